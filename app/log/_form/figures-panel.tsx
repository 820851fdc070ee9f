'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Cell } from '@/lib/claim/cell'
import { explain } from '@/lib/claim/explain'
import type { Figure } from '@/lib/claim/figure'
import { FigureText } from '../../_ui/figure-text'
import { formatDay } from '../../_ui/format'
import { useClaimWords, usePartyName } from './claim-words'
import { buttonLook } from './field'
import { type LiveFigures, toldApart } from './live-figures'
import { useLog } from './log-context'
import { chosenName } from './look-up'

/** The figures as they would be saved now, each with the sentences of why, and the corrections to accept. */
export function FiguresPanel({ figures, proposals }: LiveFigures) {
  const t = useTranslations('log.figures')
  const { incident, dispatch } = useLog()
  const claimWords = useClaimWords()
  const words = (key: string) => {
    const claim = incident.claims.find((one) => one.key === key)
    return claim ? claimWords(claim) : '—'
  }
  if (figures.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <div className="flex flex-col gap-2">
      {proposals.map(({ claim, by }) => (
        <div key={claim} className="flex flex-wrap items-baseline gap-2 rounded bg-warn-soft px-2 py-1">
          <p className="min-w-52 flex-1">{t('supersede', { claim: words(claim), by: words(by) })}</p>
          <button
            type="button"
            className={buttonLook}
            onClick={() =>
              dispatch({
                do: 'change-claim',
                incident: incident.key,
                key: claim,
                change: { supersededBy: by },
              })
            }
          >
            {t('accept')}
          </button>
        </div>
      ))}
      <ul className="flex flex-col gap-1.5">
        {toldApart(figures).map((figure) => (
          <FigureLine key={Object.values(figure.cell).join('|')} figure={figure} />
        ))}
      </ul>
    </div>
  )
}

/** States that the figure itself is marked with. */
const marked = new Set(['disputed', 'contested'])

function FigureLine({ figure }: { figure: Figure }) {
  const words = useTranslations('figure')
  const locale = useLocale()
  const cellWords = useCellWords()
  return (
    <li className="rounded border border-line px-2 py-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-muted">{cellWords(figure.cell)}</span>
        <span className="text-lg">
          <FigureText figure={figure} />
        </span>
        {!marked.has(figure.state) && (
          <span className="text-muted text-sm">{words(`state.${figure.state}`)}</span>
        )}
      </p>
      <p className="text-sm">
        {explain(figure, (day) => formatDay(locale, day)).map(({ code, values, warns }) => (
          <span key={code} className={warns ? 'text-warn' : 'text-muted'}>
            {words(`reason.${code}`, values as never)}{' '}
          </span>
        ))}
      </p>
    </li>
  )
}

/** "killed · Haftar's forces · aircrew": what a figure counts. */
export function useCellWords(): (cell: Cell) => string {
  const words = useTranslations('claim')
  const locale = useLocale()
  const partyName = usePartyName()
  const { incident } = useLog()
  return ({ outcome, unit, party, site, status, sexAge }) =>
    [
      words(`outcome.${outcome}`),
      unit !== 'persons' && words(`unit.${unit}`),
      party && partyName(party),
      status && words(`status.${status}`),
      sexAge && words(`sex-age.${sexAge}`),
      site && chosenName(locale, incident.where.sites.find(({ key }) => key === site)?.name),
    ]
      .filter(Boolean)
      .join(' · ')
}
