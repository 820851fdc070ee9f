'use client'

import { useLocale, useTranslations } from 'next-intl'
import { linkKinds } from '@/lib/incident/lists'
import { formatNumber } from '../../_ui/format'
import { chooseText } from '../../_ui/name-text'
import { findIncidents } from './api'
import { Field, quietLook } from './field'
import { FindBox, type FindOption } from './find-box'
import type { FormLink } from './form-types'
import { useLog } from './log-context'
import { SelectField } from './select-field'

/** Path of the box that adds a link: a shortcut leads to it. */
export const linkBoxPath = 'link'

type Target = { key: string; code: null } | { key: null; code: string }

/** Links to other incidents: those of this log, and those already there, found by code or title. */
export function Links() {
  const t = useTranslations('log.links')
  const lists = useTranslations('list.link')
  const { incident, at, change, tell } = useLog()
  const titleOf = useTitleOf()
  const find = useFindTargets()
  const put = (links: FormLink[]) => change({ links })
  return (
    <div className="flex flex-col gap-2">
      {incident.links.map((link, index) => (
        <div key={`${link.key}-${link.code}`} className="flex flex-wrap items-end gap-2">
          <SelectField
            path={`${at}.links.${index}.kind`}
            label={t('kind')}
            labelHidden
            value={link.kind}
            options={linkKinds.map((value) => ({ value, label: lists(value) }))}
            onChange={(kind) =>
              put(incident.links.map((other, place) => (place === index ? { ...other, kind } : other)))
            }
            className="w-48"
          />
          <p className="min-w-40 flex-1 py-1">
            <bdi>{link.key ? titleOf(link.key) : link.code}</bdi>
          </p>
          <button
            type="button"
            className={quietLook}
            onClick={() => {
              put(incident.links.filter((other) => other !== link))
              tell(t('removed'))
            }}
          >
            {t('remove')}
          </button>
        </div>
      ))}
      <Field path={linkBoxPath} label={t('add')} help={t('add-help')}>
        {(control) => (
          <FindBox<Target>
            key={incident.key}
            {...control}
            text=""
            gathers
            find={find}
            onPick={(target) =>
              change((now) => ({
                links: [...now.links, { kind: likelyLink(now.links.length), note: null, ...target }],
              }))
            }
          />
        )}
      </Field>
    </div>
  )
}

const likelyLink = (count: number) => (count === 0 ? 'same-episode' : 'context')

/** Title of an incident of this log, or its number. */
function useTitleOf(): (key: string) => string {
  const t = useTranslations('log.incidents')
  const locale = useLocale()
  const { document } = useLog()
  return (key) => {
    const index = document.log.incidents.findIndex((incident) => incident.key === key)
    const title = document.log.incidents[index]?.title
    return (
      (title && chooseText(locale, title)?.text) ?? t('untitled', { number: formatNumber(locale, index + 1) })
    )
  }
}

function useFindTargets(): (text: string) => Promise<FindOption<Target>[]> {
  const locale = useLocale()
  const t = useTranslations('log.links')
  const kinds = useTranslations('kind.kinds')
  const { document, incident } = useLog()
  const titleOf = useTitleOf()
  return async (text) => {
    const here = document.log.incidents
      .filter(({ key }) => key !== incident.key)
      .map(({ key }) => ({ key, title: titleOf(key) }))
      .filter(({ title }) => title.includes(text.trim()))
      .map(({ key, title }) => ({
        id: key,
        value: { key, code: null },
        label: title,
        detail: t('this-log'),
      }))
    // What is being typed here needs no look-up; one already there is found by words that none of these has.
    const answer = text.trim() && here.length === 0 ? await findIncidents(text) : null
    const there = (answer?.ok ? answer.value.incidents : []).map(({ code, title, kind, place }) => ({
      id: code,
      value: { key: null, code },
      label: chooseText(locale, title)?.text ?? kinds(kind),
      detail: [code, chooseText(locale, place.names)?.text].filter(Boolean).join(' · '),
    }))
    return [...here, ...there]
  }
}
