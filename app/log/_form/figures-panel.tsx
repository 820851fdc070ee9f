'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Cell } from '@/lib/claim/cell'
import { explain } from '@/lib/claim/explain'
import type { Figure } from '@/lib/claim/figure'
import { FigureText } from '../../_ui/figure-text'
import { formatDay } from '../../_ui/format'
import { RemainderText } from '../../_ui/remainder-text'
import { useClaimWords, usePartyName } from './claim-words'
import { buttonLook } from './field'
import { useIncidentTitle } from './incident-finder'
import { type LiveEpisode, type LiveFigures, toldApart } from './live-figures'
import { useLog } from './log-context'
import { chosenName } from './look-up'

/** The figures as they would be saved now, each with the sentences of why, and the corrections to accept. */
export function FiguresPanel({ figures, proposals, together }: LiveFigures & { together: LiveEpisode[] }) {
  const t = useTranslations('log.figures')
  const { incident, dispatch } = useLog()
  const claimWords = useClaimWords()
  const words = (key: string) => {
    const claim = incident.claims.find((one) => one.key === key)
    return claim ? claimWords(claim) : '—'
  }
  return (
    <div className="flex flex-col gap-2">
      {figures.length === 0 && <p className="text-muted">{t('none')}</p>}
      {proposals.map(({ claim, by }) => (
        <div key={claim} className="flex flex-wrap items-baseline gap-2 rounded bg-warn-soft px-2 py-1">
          <p className="min-w-52 flex-1">{t('supersede', { claim: words(claim), by: words(by) })}</p>
          <button
            type="button"
            className={buttonLook}
            onClick={() =>
              dispatch({
                do: 'change-claim',
                of: { incident: incident.key },
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
      {together.map((one) => (
        <EpisodeFigures key={one.episode.key} {...one} />
      ))}
    </div>
  )
}

/** What is claimed of several incidents together, and what of it none of them accounts for. */
function EpisodeFigures({ episode, figures, missing }: LiveEpisode) {
  const t = useTranslations('log.figures')
  const titleOf = useIncidentTitle()
  if (figures.length === 0) return null
  return (
    <section aria-label={t('together')}>
      <h4 className="mb-1 text-sm">
        <span className="font-medium">{t('together')}</span>{' '}
        <bdi className="text-muted">{episode.incidents.map(titleOf).join(' + ')}</bdi>
      </h4>
      <ul className="flex flex-col gap-1.5">
        {figures.map((figure) => (
          <FigureLine key={Object.values(figure.cell).join('|')} figure={figure}>
            {missing.length > 0 ? (
              <span className="text-muted">{t('missing', { codes: missing.join('، ') })}</span>
            ) : (
              <RemainderText remainder={figure.remainder} />
            )}
          </FigureLine>
        ))}
      </ul>
    </section>
  )
}

/** States that the figure itself is marked with. */
const marked = new Set(['disputed', 'contested'])

function FigureLine({ figure, children }: { figure: Figure; children?: ReactNode }) {
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
        {children}
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
