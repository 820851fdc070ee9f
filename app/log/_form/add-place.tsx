'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Point } from '@/lib/place/where'
import { AddPanel, addWords } from './add-panel'
import { addPlace } from './api'
import { inputLook } from './field'
import { FindBox } from './find-box'
import type { KnownPlace, Names } from './form-types'
import { type Picked, useFindPlaces, useNameOf } from './look-up'
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
  const [kind, setKind] = useState<(typeof addedKinds)[number]>('area')
  const [parent, setParent] = useState(within)
  const [where, setWhere] = useState(pointText(point))

  const add = (names: Names) => {
    const at = where.trim() ? readPoint(where) : null
    if (where.trim() && !at) return t('point-unread')
    if (!parent) return t('parent-missing')
    return addPlace({ names, kind, parentId: parent.id, point: at })
  }
  return (
    <AddPanel
      words={addWords(t)}
      text={text}
      add={add}
      onAdded={({ place }) => onAdded(place)}
      onCancel={onCancel}
      className="mt-1"
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
    </AddPanel>
  )
}
