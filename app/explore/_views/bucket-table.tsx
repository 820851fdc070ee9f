'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { formatNumber } from '@/app/_ui/format'
import { periodWords } from '@/app/timeline/_filter/filter-words'
import type { Answer, Counted } from '@/lib/analysis/facts/answer'
import { TotalText } from './total-text'

interface Props {
  overTime: Answer['overTime']
  name: string
}

/** The buckets of a chart as a table: written out once it is opened. */
export const BucketTable = memo(function BucketTable({ overTime, name }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const { buckets, unplaced } = overTime
  return (
    <details className="mt-2 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit text-accent underline underline-offset-2">
        {t('timeline.charts.as-table')}
        <span className="sr-only">: {name}</span>
      </summary>
      {open && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={name}
          className="relative max-h-96 overflow-auto"
        >
          <table className="w-full text-start">
            <thead>
              <tr>
                {(['period', 'incidents', 'killed', 'wounded'] as const).map((column) => (
                  <th key={column} scope="col" className="border-line border-b px-2 py-1 text-start">
                    {t(`timeline.table.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {buckets
                .filter(({ incidents }) => incidents > 0)
                .map((bucket) => (
                  <Row
                    key={bucket.start}
                    name={periodWords(bucket.start, bucket.end, locale, t as never)}
                    counted={bucket}
                  />
                ))}
              {unplaced.incidents > 0 && <Row name={t('timeline.charts.unplaced')} counted={unplaced} />}
            </tbody>
          </table>
        </section>
      )}
    </details>
  )
})

function Row({ name, counted }: { name: string; counted: Counted }) {
  const locale = useLocale()
  const { killed, wounded } = counted.casualties
  return (
    <tr>
      <th scope="row" className="px-2 py-0.5 text-start font-normal">
        <bdi>{name}</bdi>
      </th>
      <td className="px-2 tabular-nums">{formatNumber(locale, counted.incidents)}</td>
      <td className="px-2 tabular-nums">
        <TotalText total={killed} incidents={counted.incidents} />
      </td>
      <td className="px-2 tabular-nums">
        <TotalText total={wounded} incidents={counted.incidents} />
      </td>
    </tr>
  )
}
