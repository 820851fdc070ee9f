'use client'

import { useLocale, useTranslations } from 'next-intl'
import { usePartyName } from './claim-words'
import { useLog } from './log-context'
import { chosenName } from './look-up'
import { SelectField } from './select-field'

interface KeySelectProps {
  path: string
  label: string
  help?: string
  value: string | null
  onChange: (key: string | null) => void
}

/** One of the incident's parties, or not said. */
export function PartySelect({ value, onChange, ...field }: KeySelectProps) {
  const { incident } = useLog()
  const name = usePartyName()
  return (
    <SelectField
      {...field}
      value={value ?? ''}
      empty="—"
      options={incident.parties.map(({ key }) => ({ value: key, label: name(key) }))}
      onChange={onChange}
      onEmpty={() => onChange(null)}
    />
  )
}

/** At which of the incident's sites a claim at `path` is placed, or not said; nothing where there is none. */
export function SiteSelect({ path, value, onChange }: Pick<KeySelectProps, 'path' | 'value' | 'onChange'>) {
  const t = useTranslations('log.claims')
  const { incident } = useLog()
  const locale = useLocale()
  const lists = useTranslations('list.site')
  if (incident.where.sites.length === 0) return null
  return (
    <SelectField
      path={`${path}.site`}
      label={t('site')}
      help={t('site-help')}
      value={value ?? ''}
      empty="—"
      options={incident.where.sites.map((site) => ({
        value: site.key,
        label: chosenName(locale, site.name) ?? lists(site.kind),
      }))}
      onChange={onChange}
      onEmpty={() => onChange(null)}
    />
  )
}
