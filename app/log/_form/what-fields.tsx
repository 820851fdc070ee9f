'use client'

import { useLocale, useTranslations } from 'next-intl'
import { acledOf, type Kind, kinds, typeOfKind } from '@/lib/incident/kinds'
import { fold } from '@/lib/text/fold'
import ar from '../../_words/ar/kind.json'
import en from '../../_words/en/kind.json'
import { languageOf } from '../../_words/preferences'
import { Field } from './field'
import { FindBox, type FindOption } from './find-box'
import { useLog } from './log-context'
import { TextField } from './text-field'

/** What happened: its kind, and a title in either language or in both. */
export function WhatFields() {
  const t = useTranslations('log.what')
  const words = useTranslations('kind')
  const own = languageOf(useLocale())
  const { incident, at, change } = useLog()
  const find = useFindKind()
  const languages = own === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const)
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-2">
      <Field path={`${at}.kind`} label={t('kind')} help={t('kind-help')} className="sm:col-span-2">
        {(control) => (
          <FindBox
            key={incident.key}
            {...control}
            text={incident.kind ? words(`kinds.${incident.kind}`) : ''}
            find={find}
            onPick={(kind) => change({ kind })}
            onClear={() => change({ kind: null })}
          />
        )}
      </Field>
      {languages.map((language) => (
        <TextField
          key={language}
          path={`${at}.title.${language}`}
          label={t(`title-${language}`)}
          help={t(`title-${language}-help`)}
          lang={language}
          value={incident.title[language]}
          onChange={(text) => change({ title: { ...incident.title, [language]: text } })}
        />
      ))}
    </div>
  )
}

/** Finds kinds by either language's words, by their type and by ACLED's own; those that begin so come first. */
function useFindKind(): (text: string) => FindOption<Kind>[] {
  const words = useTranslations('kind')
  return (text) => {
    const sought = fold(text)
    return kinds
      .map((kind) => {
        const acled = acledOf(kind)
        const names = [ar.kinds[kind], en.kinds[kind], acled?.[1] ?? ''].map(fold)
        const types = [ar.types[typeOfKind(kind)], en.types[typeOfKind(kind)], acled?.[0] ?? ''].map(fold)
        const rank = rankOf(sought, names, types)
        const detail = [words(`types.${typeOfKind(kind)}`), acled && `ACLED: ${acled[1]}`]
        return {
          rank,
          option: {
            id: kind,
            value: kind,
            label: words(`kinds.${kind}`),
            detail: detail.filter(Boolean).join(' · '),
          },
        }
      })
      .filter(({ rank }) => rank < 5)
      .sort((a, b) => a.rank - b.rank)
      .map(({ option }) => option)
  }
}

function rankOf(sought: string, names: string[], types: string[]): number {
  if (names.some((name) => name === sought)) return 0
  if (names.some((name) => name.startsWith(sought))) return 1
  if (names.some((name) => name.includes(sought))) return 2
  if (names.some((name) => hasWords(name, sought))) return 3
  return types.some((name) => name.includes(sought)) ? 4 : 5
}

/** "Air strike" is "air or drone strike". */
function hasWords(name: string, sought: string): boolean {
  const words = name.split(' ')
  return sought.split(' ').every((part) => words.some((word) => word.startsWith(part)))
}
