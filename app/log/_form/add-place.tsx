'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Point } from '@/lib/place/where'
import { addPlace } from './api'
import { buttonLook, inputLook } from './field'
import { FindBox } from './find-box'
import type { KnownPlace } from './form-types'
import { namesFrom, type Picked, useFindPlaces, useNameOf } from './look-up'
import { pointText, readPoint } from './read-place-words'

const addedKinds = ['area', 'city', 'district', 'site'] as const

interface AddPlaceProps {
  text: string
  point: Point | null
  /** The place that it most likely lies in. */
  within: KnownPlace | null
  onAdded: (place: KnownPlace) => void
  onCancel: () => void
}

/** Adds a place in one step: its name is typed already; what it lies in is found, a point given if known. */
export function AddPlace({ text, point, within, onAdded, onCancel }: AddPlaceProps) {
  const t = useTranslations('log.add-place')
  const lists = useTranslations('list.place')
  const id = useId()
  const nameOf = useNameOf()
  const find = useFindPlaces(false)
  const [names, setNames] = useState(namesFrom(text))
  const [kind, setKind] = useState<(typeof addedKinds)[number]>('area')
  const [parent, setParent] = useState(within)
  const [where, setWhere] = useState(pointText(point))
  const [trouble, setTrouble] = useState('')

  const add = async () => {
    const at = where.trim() ? readPoint(where) : null
    if (where.trim() && !at) return setTrouble(t('point-unread'))
    if (!parent) return setTrouble(t('parent-missing'))
    const answer = await addPlace({ names, kind, parentId: parent.id, point: at })
    if (answer.ok) onAdded(answer.value.place)
    else if (answer.why === 'unreachable') setTrouble(t('unreachable'))
    else setTrouble(answer.problems.map(({ message }) => message).join(' ') || answer.title)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void add()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name its legend as the page's form does
    <div
      role="group"
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      className="mt-1 grid gap-2 rounded border border-accent bg-sunken p-2 sm:grid-cols-2"
    >
      <label className="text-sm" htmlFor={`${id}-parent`}>
        <span className="text-muted">{t('parent', { name: text })}</span>
        <FindBox<Picked<KnownPlace>>
          id={`${id}-parent`}
          autoFocus
          text={parent ? nameOf(parent) : ''}
          find={find}
          onPick={(picked) => 'known' in picked && setParent(picked.known)}
          onClear={() => setParent(null)}
        />
      </label>
      <label className="text-sm" htmlFor={`${id}-point`}>
        <span className="text-muted">{t('point')}</span>
        <input
          id={`${id}-point`}
          dir="auto"
          value={where}
          onChange={(event) => setWhere(event.target.value)}
          className={inputLook}
        />
      </label>
      <label className="text-sm" htmlFor={`${id}-kind`}>
        <span className="text-muted">{t('kind')}</span>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
          className={inputLook}
        >
          {addedKinds.map((value) => (
            <option key={value} value={value}>
              {lists(value)}
            </option>
          ))}
        </select>
      </label>
      {(['ar', 'en'] as const).map((language) => (
        <label key={language} className="text-sm" htmlFor={`${id}-${language}`}>
          <span className="text-muted">{t(`name-${language}`)}</span>
          <input
            id={`${id}-${language}`}
            dir="auto"
            lang={language}
            value={names[language] ?? ''}
            onChange={(event) => setNames({ ...names, [language]: event.target.value || null })}
            className={inputLook}
          />
        </label>
      ))}
      <div className="flex items-baseline gap-2 sm:col-span-2">
        <button type="button" className={buttonLook} onClick={() => void add()}>
          {t('add')}
        </button>
        <button type="button" className={buttonLook} onClick={onCancel}>
          {t('cancel')}
        </button>
        <p role="alert" className="text-danger text-sm">
          {trouble}
        </p>
      </div>
    </div>
  )
}
