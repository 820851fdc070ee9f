'use client'

import { useTranslations } from 'next-intl'
import { wherePrecisions } from '@/lib/place/where'
import { Field } from './field'
import { useLog } from './log-context'
import { useNameOf } from './look-up'
import { useOffsetWords } from './offset-words'
import { PlaceBox } from './place-box'
import { PointField } from './point-field'
import { precisionOf } from './precision'
import { ProtectField } from './protect-field'
import { SelectField } from './select-field'
import { Sites } from './sites'
import { TextField } from './text-field'

/** Where: one primary place, how exactly its point is known, and the sites that were hit. */
export function WhereFields() {
  const t = useTranslations('log.where')
  const lists = useTranslations('list.where-precision')
  const { incident, at, document, change } = useLog()
  const nameOf = useNameOf()
  const offsetWords = useOffsetWords()
  const { where } = incident
  const changeWhere = (changes: Partial<typeof where>) =>
    change((now) => ({ where: { ...now.where, ...changes } }))
  const place = where.placeId === null ? undefined : document.places[where.placeId]
  const name = where.placeId === null ? '' : nameOf(place, `#${where.placeId}`)
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-x-3 gap-y-2 sm:grid-cols-4">
        <Field
          path={`${at}.where.placeId`}
          label={t('place')}
          help={t('place-help')}
          className="sm:col-span-2"
        >
          {(control) => (
            <PlaceBox
              key={incident.key}
              control={control}
              text={where.offset ? offsetWords(where.offset, name) : name}
              onPick={({ place: picked, offset, phrase }) =>
                changeWhere({
                  placeId: picked.id,
                  offset,
                  phrase,
                  precision: precisionOf(picked.kind, offset),
                })
              }
              onClear={() => changeWhere({ placeId: null, offset: null, phrase: null })}
            />
          )}
        </Field>
        <SelectField
          path={`${at}.where.precision`}
          label={t('precision')}
          help={t('precision-help')}
          value={where.precision}
          options={wherePrecisions.map((value) => ({ value, label: lists(value) }))}
          onChange={(precision) => changeWhere({ precision })}
        />
        <PointField
          key={incident.key}
          path={`${at}.where.point`}
          point={where.point}
          onChange={(point) => changeWhere({ point })}
        />
      </div>
      {place && (
        <p className="text-muted text-sm">
          <bdi>{[name, ...place.parents.map((parent) => nameOf(parent))].join(' · ')}</bdi>
        </p>
      )}
      <TextField
        path={`${at}.where.phrase`}
        label={t('phrase')}
        help={t('phrase-help')}
        value={where.phrase}
        onChange={(phrase) => changeWhere({ phrase })}
      />
      <Sites />
      <ProtectField
        of="where"
        protection={where.protection}
        onChange={(protection) => changeWhere({ protection })}
      />
    </div>
  )
}
