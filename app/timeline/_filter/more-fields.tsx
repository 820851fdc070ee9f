'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatDigits } from '@/app/_ui/format'
import { statuses } from '@/lib/incident/lists'
import { Choice, ChoiceField } from './choice-field'
import { fieldClass, labelClass } from './field-class'
import { useFilter } from './filter-state'
import { datasetName } from './filter-words'

export function StatusField() {
  const { filter, ask } = useFilter()
  const t = useTranslations()
  return (
    <ChoiceField label={t('timeline.filter.status')} chosen={filter.statuses.length}>
      {statuses.map((status) => (
        <Choice
          key={status}
          checked={filter.statuses.includes(status)}
          onChange={(on) => ask({ filter: { statuses: toggled(filter.statuses, status, on) } })}
        >
          {t(`list.status.${status}`)}
        </Choice>
      ))}
    </ChoiceField>
  )
}

export function DatasetField() {
  const { filter, names, ask } = useFilter()
  const t = useTranslations()
  return (
    <ChoiceField label={t('timeline.filter.dataset')} chosen={filter.datasets.length}>
      {['own', ...Object.keys(names.datasets)].map((slug) => (
        <Choice
          key={slug}
          checked={filter.datasets.includes(slug)}
          onChange={(on) => ask({ filter: { datasets: toggled(filter.datasets, slug, on) } })}
        >
          <bdi>{datasetName(slug, names, t as never)}</bdi>
        </Choice>
      ))}
    </ChoiceField>
  )
}

export function DisputedField() {
  const { filter, ask } = useFilter()
  const t = useTranslations('timeline.filter')
  return (
    <div className="self-end whitespace-nowrap py-1.5">
      <Choice checked={filter.disputedOnly} onChange={(on) => ask({ filter: { disputedOnly: on } })}>
        {t('disputed')}
      </Choice>
    </div>
  )
}

/** The least number killed; any digits, taken on Enter or when the field is left. */
export function KilledField() {
  const { filter, ask } = useFilter()
  const locale = useLocale()
  const t = useTranslations('timeline.filter')
  const [typed, setTyped] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: Reset and Back win over half a number
  useEffect(() => setTyped(null), [filter.killedAtLeast])
  const held = filter.killedAtLeast === null ? '' : formatDigits(locale, String(filter.killedAtLeast))
  const read = typed === null ? filter.killedAtLeast : readWhole(typed)
  const take = () => {
    if (typed === null || read === undefined) return
    setTyped(null)
    if (read !== filter.killedAtLeast) ask({ filter: { killedAtLeast: read } })
  }
  return (
    <div className="relative">
      <label htmlFor="filter-killed" className={labelClass}>
        {t('killed')}
      </label>
      <input
        id="filter-killed"
        type="text"
        inputMode="numeric"
        maxLength={9}
        value={typed ?? held}
        aria-invalid={read === undefined || undefined}
        aria-describedby={read === undefined ? 'filter-killed-note' : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
        className={fieldClass}
      />
      {read === undefined && (
        <p
          id="filter-killed-note"
          role="alert"
          className="absolute top-full z-10 mt-0.5 rounded border border-line bg-surface px-2 py-1 text-danger text-sm shadow"
        >
          {t('killed-wrong')}
        </p>
      )}
    </div>
  )
}

/** A whole number in Latin, Arabic or Persian digits; null for nothing, undefined for anything else. */
function readWhole(text: string): number | null | undefined {
  const latin = text
    .trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
  if (latin === '') return null
  return /^\d{1,9}$/.test(latin) ? Number(latin) : undefined
}

const toggled = <T,>(list: T[], value: T, on: boolean): T[] =>
  on ? [...list, value] : list.filter((other) => other !== value)
