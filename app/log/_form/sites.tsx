'use client'

import { useTranslations } from 'next-intl'
import { siteKinds } from '@/lib/incident/lists'
import { buttonLook, Field, quietLook } from './field'
import type { FormIncident, FormSite } from './form-types'
import { useLog } from './log-context'
import { nextKeys } from './log-state'
import { namesFrom, useNameOf } from './look-up'
import { useOffsetWords } from './offset-words'
import { PlaceBox } from './place-box'
import { PointField } from './point-field'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** The sites within the place: a quarry, a school; each with what is known of where it lies. */
export function Sites() {
  const t = useTranslations('log.sites')
  const { incident, at, change, dispatch, tell } = useLog()
  const { sites } = incident.where
  return (
    <div className="flex flex-col gap-2">
      {sites.map((site, index) => (
        <SiteFields
          key={site.key}
          site={site}
          path={`${at}.where.sites.${index}`}
          onChange={(changes) =>
            change(({ where }) => ({
              where: {
                ...where,
                sites: where.sites.map((other) =>
                  other.key === site.key ? { ...other, ...changes } : other,
                ),
              },
            }))
          }
          onRemove={() => {
            dispatch({ do: 'remove-site', incident: incident.key, key: site.key })
            tell(t('removed'))
          }}
        />
      ))}
      <div>
        <button
          type="button"
          className={buttonLook}
          aria-keyshortcuts="Alt+A"
          onClick={() => change((now) => ({ where: withSite(now) }))}
        >
          {t('add')}
        </button>
      </div>
    </div>
  )
}

/** The incident's where with one more site, still to be named. */
export function withSite(incident: FormIncident): FormIncident['where'] {
  const site: FormSite = {
    key: nextKeys.site(incident),
    kind: 'other',
    name: { ar: null, en: null },
    placeId: null,
    point: null,
    precision: 'near',
    offset: null,
  }
  return { ...incident.where, sites: [...incident.where.sites, site] }
}

interface SiteFieldsProps {
  site: FormSite
  path: string
  onChange: (changes: Partial<FormSite>) => void
  onRemove: () => void
}

function SiteFields({ site, path, onChange, onRemove }: SiteFieldsProps) {
  const t = useTranslations('log.sites')
  const lists = useTranslations('list.site')
  const { document } = useLog()
  const nameOf = useNameOf()
  const offsetWords = useOffsetWords()
  const place = site.placeId === null ? '' : nameOf(document.places[site.placeId], `#${site.placeId}`)
  return (
    <div className="grid items-start gap-2 rounded border border-line p-2 sm:grid-cols-4">
      <TextField
        path={`${path}.name`}
        label={t('name')}
        help={t('name-help')}
        value={site.name.ar ?? site.name.en}
        onChange={(text) => onChange({ name: text ? namesFrom(text) : { ar: null, en: null } })}
        autoFocus={!site.name.ar && !site.name.en}
      />
      <SelectField
        path={`${path}.kind`}
        label={t('kind')}
        value={site.kind}
        options={siteKinds.map((value) => ({ value, label: lists(value) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Field path={`${path}.placeId`} label={t('place')} help={t('place-help')}>
        {(control) => (
          <PlaceBox
            control={control}
            text={site.offset ? offsetWords(site.offset, place) : place}
            onPick={({ place: picked, offset }) => onChange({ placeId: picked.id, offset })}
            onClear={() => onChange({ placeId: null, offset: null })}
          />
        )}
      </Field>
      <PointField path={`${path}.point`} point={site.point} onChange={(point) => onChange({ point })} />
      <button type="button" className={`${quietLook} justify-self-start`} onClick={onRemove}>
        {t('remove')}
      </button>
    </div>
  )
}
