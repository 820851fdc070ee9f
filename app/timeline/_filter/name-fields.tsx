'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Combobox, type Option } from '@/app/_ui/combobox'
import { chooseText } from '@/app/_ui/name-text'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import { labelClass } from './field-class'
import { useFilter } from './filter-state'

interface FoundActor {
  id: number
  names: NamesByLanguage
  partOf: { names: NamesByLanguage }[]
}

interface FoundPlace {
  id: number
  names: NamesByLanguage
  parents: { names: NamesByLanguage }[]
}

/** Adds an actor to the filter; what is part of it comes along, which its chip says and can change. */
export function ActorField() {
  const { filter, ask } = useFilter()
  const locale = useLocale()
  const t = useTranslations('timeline.filter')
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const { actors } = await found<{ actors: FoundActor[] }>('/api/actors', text, signal)
    return actors.map(({ id, names, partOf }) => option(id, names, partOf, locale))
  }
  return (
    <Combobox
      label={t('actor')}
      labelClass={labelClass}
      placeholder={t('actor-example')}
      nothing={t('nothing-found')}
      load={load}
      onPick={({ id }) => ask({ filter: { actors: added(filter.actors, id) } })}
    />
  )
}

/** Adds a place to the filter; what lies below it and incidents that have only a site there come along. */
export function PlaceField() {
  const { filter, ask } = useFilter()
  const locale = useLocale()
  const t = useTranslations('timeline.filter')
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const { places } = await found<{ places: FoundPlace[] }>('/api/places', text, signal)
    return places.map(({ id, names, parents }) => option(id, names, parents, locale))
  }
  return (
    <Combobox
      label={t('place')}
      labelClass={labelClass}
      placeholder={t('place-example')}
      nothing={t('nothing-found')}
      load={load}
      onPick={({ id }) => ask({ filter: { places: added(filter.places, id) } })}
    />
  )
}

async function found<T>(path: string, text: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`${path}?q=${encodeURIComponent(text)}`, { signal })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return (await answer.json()) as T
}

function option(
  id: number,
  names: NamesByLanguage,
  above: { names: NamesByLanguage }[],
  locale: string,
): Option {
  const comma = locale.startsWith('ar') ? '، ' : ', '
  return {
    id,
    name: chooseText(locale, names)?.text ?? `#${id}`,
    detail: above.map((one) => chooseText(locale, one.names)?.text ?? '').join(comma),
  }
}

const added = (ids: number[], id: number): number[] => (ids.includes(id) ? ids : [...ids, id])
