'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatNumber } from '@/app/_ui/format'
import { NameText } from '@/app/_ui/name-text'
import type { Answer } from '@/lib/analysis/facts/answer'
import { type Compared, pairedRows } from './compare-rows'

interface Props {
  /** What each side is of, in words. */
  names: [string, string]
  answers: [Answer, Answer]
}

export function PairedByKind({ names, answers: [kept, current] }: Props) {
  const t = useTranslations()
  const of = ({ byKind }: Answer) =>
    byKind.map(({ kind, ...counted }) => ({ key: kind, name: t(`kind.kinds.${kind}`), counted }))
  return (
    <Paired
      title={t('timeline.charts.by-kind')}
      names={names}
      rows={pairedRows<ReactNode>(of(kept), of(current))}
    />
  )
}

export function PairedByActor({ names, answers: [kept, current] }: Props) {
  const t = useTranslations('timeline.charts')
  const of = ({ byActor }: Answer) =>
    byActor.rows.map(({ actor, names: called, ...counted }) => ({
      key: String(actor),
      name: <NameText names={called} />,
      counted,
    }))
  return <Paired title={t('by-actor')} names={names} rows={pairedRows<ReactNode>(of(kept), of(current))} />
}

export function PairedByPlace({ names, answers: [kept, current] }: Props) {
  const t = useTranslations('timeline.charts')
  const of = ({ byPlace }: Answer) =>
    byPlace.rows.map(({ place, names: called, ...counted }) => ({
      key: String(place),
      name: <NameText names={called} />,
      counted,
    }))
  return <Paired title={t('by-place')} names={names} rows={pairedRows<ReactNode>(of(kept), of(current))} />
}

/** Rows of both, each with two bars of one scale. What is beyond a side's rows has no number there, and says so. */
function Paired({ title, names, rows }: { title: string; names: string[]; rows: Compared<ReactNode>[] }) {
  const locale = useLocale()
  const most = Math.max(1, ...rows.flatMap(({ sides }) => sides.map((side) => side?.incidents ?? 0)))
  return (
    <table className="w-full self-start text-sm">
      <caption className="text-start font-medium">{title}</caption>
      <thead className="sr-only">
        <tr>
          <td />
          {names.map((name, at) => (
            <th key={at === 0 ? 'kept' : 'current'} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, sides }) => (
          <tr key={key} className="border-line border-t">
            <th scope="row" className="py-0.5 pe-2 text-start font-normal">
              {name}
            </th>
            {sides.map((side, at) => (
              <td key={at === 0 ? 'kept' : 'current'} className="w-1/4 ps-1 text-end tabular-nums">
                {side === null ? '–' : formatNumber(locale, side.incidents)}
                <Bar share={(side?.incidents ?? 0) / most} side={at} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ share, side }: { share: number; side: number }) {
  return (
    <svg
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-1 w-full rtl:-scale-x-100"
    >
      <rect width={100 * share} height="4" fill={side === 0 ? 'var(--muted)' : 'var(--accent)'} />
    </svg>
  )
}
