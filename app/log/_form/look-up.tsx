'use client'

import { useLocale, useTranslations } from 'next-intl'
import { chooseText } from '../../_ui/name-text'
import { findActors, findPlaces } from './api'
import type { FindOption } from './find-box'
import type { KnownActor, KnownPlace, Names } from './form-types'

/** What was picked: one that is known, or the wish to add what was typed. */
export type Picked<T> = { known: T } | { add: string }

/** A name in the reader's language, else in the other; never empty. */
export function useNameOf(): (named: { names: Names } | undefined, otherwise?: string) => string {
  const locale = useLocale()
  return (named, otherwise = '—') =>
    named ? (chooseText(locale, named.names)?.text ?? otherwise) : otherwise
}

/** Finds actors by name, and offers to add what is not there. */
export function useFindActors(): (text: string) => Promise<FindOption<Picked<KnownActor>>[]> {
  const t = useTranslations('log')
  const lists = useTranslations('list.actor')
  const nameOf = useNameOf()
  return async (text) => {
    const answer = text.trim() ? await findActors(text) : null
    const found = answer?.ok ? answer.value.actors : []
    const known = found.map((actor) => ({
      id: String(actor.id),
      value: { known: actor },
      label: nameOf(actor),
      detail: [lists(actor.kind as never), ...(actor.partOf ?? []).map((whole) => nameOf(whole))].join(' · '),
    }))
    return [...known, ...additions(text, t('add-typed', { text: text.trim() }))]
  }
}

/** Finds places by name, nearest parents beside them, and offers to add what is not there. */
export function useFindPlaces(adds = true): (text: string) => Promise<FindOption<Picked<KnownPlace>>[]> {
  const t = useTranslations('log')
  const describe = useDescribePlace()
  const nameOf = useNameOf()
  return async (text) => {
    const answer = text.trim() ? await findPlaces(text) : null
    const found = answer?.ok ? answer.value.places : []
    const known = found.map((place) => ({
      id: String(place.id),
      value: { known: place },
      label: nameOf(place),
      detail: describe(place),
    }))
    return adds ? [...known, ...additions(text, t('add-typed', { text: text.trim() }))] : known
  }
}

/** "town or city · Derna district · Libya". */
export function useDescribePlace(): (place: KnownPlace) => string {
  const lists = useTranslations('list.place')
  const nameOf = useNameOf()
  return ({ kind, parents }) => [lists(kind as never), ...parents.map((parent) => nameOf(parent))].join(' · ')
}

const additions = (text: string, label: string): FindOption<{ add: string }>[] =>
  text.trim() ? [{ id: 'add', value: { add: text.trim() }, label }] : []

/** A new name under its language, by its script. */
export const namesFrom = (text: string): Names =>
  /\p{Script=Arabic}/u.test(text) ? { ar: text, en: null } : { ar: null, en: text }

/** The name in the reader's language, else in the other, or null. */
export const chosenName = (locale: string, names: Names | undefined): string | null =>
  names ? (chooseText(locale, names)?.text ?? null) : null
