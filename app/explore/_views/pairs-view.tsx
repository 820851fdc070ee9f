'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { formatNumber } from '@/app/_ui/format'
import { chooseText, NameText } from '@/app/_ui/name-text'
import type { Answer } from '@/lib/analysis/facts/answer'
import type { Filter } from '@/lib/analysis/filter'
import { useExplorerHands } from '../_engine/explorer-state'

interface Props {
  pairs: Answer['byPair']
  filter: Filter
}

/** Who took part with whom: a cell asks for the incidents in which both did. */
export const PairsView = memo(function PairsView({ pairs: { actors, incidents }, filter }: Props) {
  const t = useTranslations('explore.pairs')
  const words = useTranslations()
  const locale = useLocale()
  const { show } = useExplorerHands()
  if (actors.length < 2) return null
  const most = Math.max(1, ...incidents.flat())
  const number = (index: number) => formatNumber(locale, index + 1)
  const name = (index: number) => {
    const actor = actors[index]
    return (actor && chooseText(locale, actor.names)?.text) ?? ''
  }
  const choose = (pair: number[]) => {
    show(({ filter: now }) => {
      const isChosen = pair.every((id) => now.parties.includes(id)) && now.parties.length === pair.length
      return { filter: { ...now, parties: isChosen ? [] : pair } }
    })
  }
  return (
    <section
      aria-labelledby="pairs-title"
      className="min-w-0 break-inside-avoid rounded-lg border border-line bg-surface p-3 [contain-intrinsic-size:auto_20rem] [content-visibility:auto]"
    >
      <h2 id="pairs-title" className="font-semibold">
        {t('title')}
      </h2>
      <p className="text-muted text-xs">{t('note')}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`${t('title')}: ${words('timeline.charts.as-table')}`}
        className="relative overflow-x-auto"
      >
        <table className="mt-1 w-full text-sm">
          <thead>
            <tr>
              <td />
              {actors.map(({ actor }, column) => (
                <th key={actor} scope="col" title={name(column)} className="px-1 font-normal text-muted">
                  <span aria-hidden="true">{number(column)}</span>
                  <span className="sr-only">{name(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actors.map(({ actor, names }, row) => (
              <tr key={actor}>
                <th scope="row" className="max-w-40 truncate pe-1 text-start font-normal">
                  <span aria-hidden="true" className="text-muted">
                    {number(row)}{' '}
                  </span>
                  <NameText names={names} />
                </th>
                {actors.map(({ actor: other }, column) => (
                  <td key={other} className="p-px text-center tabular-nums">
                    {(incidents[row]?.[column] ?? 0) > 0 && (
                      <Cell
                        label={t('cell', { one: name(row), other: name(column) })}
                        incidents={incidents[row]?.[column] ?? 0}
                        most={most}
                        chosen={filter.parties.includes(actor) && filter.parties.includes(other)}
                        choose={() => choose([actor, other])}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
})

interface CellProps {
  label: string
  incidents: number
  most: number
  chosen: boolean
  choose(): void
}

function Cell({ label, incidents, most, chosen, choose }: CellProps) {
  const locale = useLocale()
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={choose}
      className="relative isolate w-full rounded px-1 print:inline! hover:underline aria-pressed:font-semibold aria-pressed:outline-2 aria-pressed:outline-accent"
    >
      <svg aria-hidden="true" className="-z-10 absolute inset-0 h-full w-full">
        <rect
          width="100%"
          height="100%"
          rx="4"
          fill="var(--accent-soft)"
          opacity={0.25 + 0.75 * Math.sqrt(incidents / most)}
        />
      </svg>
      <span className="sr-only">{label}: </span>
      {formatNumber(locale, incidents)}
    </button>
  )
}
