'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Offset, Point } from '@/lib/place/where'
import { AddPlace } from './add-place'
import { findPlaces } from './api'
import type { ControlProps } from './field'
import { FindBox, type FindOption } from './find-box'
import type { KnownPlace } from './form-types'
import { useLog } from './log-context'
import { type Picked, useDescribePlace, useFindPlaces, useNameOf } from './look-up'
import { useOffsetWords } from './offset-words'
import { readPlaceWords } from './read-place-words'

/** A place as picked: itself, or so far from it in a direction. `phrase` is what was typed. */
export interface PickedPlace {
  place: KnownPlace
  offset: Offset | null
  phrase: string
}

type Choice = Picked<KnownPlace> | { from: KnownPlace; offset: Offset } | { at: Point }

interface PlaceBoxProps {
  control: ControlProps
  text: string
  onPick: (picked: PickedPlace) => void
  onClear?: () => void
}

/**
 * A place found by name; by "5 km south-west of" one; by coordinates, which open the adding of a place there; or added
 * under the name typed.
 */
export function PlaceBox({ control, text, onPick, onClear }: PlaceBoxProps) {
  const t = useTranslations('log.where')
  const { dispatch, incident, document } = useLog()
  const find = useFindByWords()
  const [adding, setAdding] = useState<{ name: string; point: Point | null } | null>(null)
  const take = (place: KnownPlace, offset: Offset | null, phrase: string) => {
    dispatch({ do: 'visit', place })
    onPick({ place, offset, phrase })
  }
  const close = () => {
    setAdding(null)
    window.document.getElementById(control.id)?.focus()
  }
  const primary = incident.where.placeId === null ? null : document.places[incident.where.placeId]
  return (
    <>
      <FindBox<Choice>
        {...control}
        text={text}
        find={find}
        onClear={onClear}
        onPick={(choice, typed) => {
          if ('known' in choice) take(choice.known, null, typed)
          else if ('from' in choice) take(choice.from, choice.offset, typed)
          else if ('at' in choice) setAdding({ name: '', point: choice.at })
          else setAdding({ name: choice.add, point: null })
        }}
      />
      {adding && (
        <AddPlace
          key={adding.name}
          text={adding.name}
          point={adding.point}
          within={primary ?? null}
          onCancel={close}
          onAdded={(place) => {
            take(place, null, adding.name || t('by-coordinates'))
            close()
          }}
        />
      )}
    </>
  )
}

function useFindByWords(): (text: string) => Promise<FindOption<Choice>[]> {
  const t = useTranslations('log.where')
  const nameOf = useNameOf()
  const describe = useDescribePlace()
  const findByName = useFindPlaces()
  const offsetWords = useOffsetWords()
  return async (text) => {
    const read = readPlaceWords(text)
    if (read && 'point' in read) {
      const { lat, lon } = read.point
      return [
        {
          id: 'at',
          value: { at: read.point },
          label: t('add-at', { lat: lat.toFixed(4), lon: lon.toFixed(4) }),
        },
      ]
    }
    if (!read) return findByName(text)
    const [answer, byName] = await Promise.all([findPlaces(read.of), findByName(text)])
    const places = answer.ok ? answer.value.places : []
    const offsets = places.map((from) => ({
      id: `from-${from.id}`,
      value: { from, offset: read.offset },
      label: offsetWords(read.offset, nameOf(from)),
      detail: describe(from),
    }))
    return [...offsets, ...byName]
  }
}
