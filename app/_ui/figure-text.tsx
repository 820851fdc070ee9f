import { useLocale, useTranslations } from 'next-intl'
import { figureNumbers, type ShownFigure } from './figure-words'
import { formatNumber } from './format'

/**
 * A figure in a line: the numbers for the eye, and in words for who hears the page. Disputed, contested and not
 * collected are said, never left to colour; `quiet` leaves the state to whoever tells it beside.
 */
export function FigureText({ figure, quiet = false }: { figure: ShownFigure; quiet?: boolean }) {
  const locale = useLocale()
  const t = useTranslations('incident.figure-text')
  const states = useTranslations('figure.state')
  if (figure.state === 'not-collected') return <span className="text-muted">{t('not-collected')}</span>
  const numbers = figureNumbers(locale, figure)
  if (numbers === null) return <span className="text-muted">{t('none')}</span>
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {/* Overridden and not only isolated: Arabic digits with dashes between would run from right to left. */}
      <bdo dir="ltr" aria-hidden="true" className="font-semibold tabular-nums">
        {numbers}
      </bdo>
      <span className="sr-only">{spokenFigure(locale, t, figure)}</span>
      {!quiet && marked.has(figure.state) && (
        <span className="rounded bg-warn-soft px-1.5 text-sm text-warn">{states(figure.state)}</span>
      )}
    </span>
  )
}

const marked = new Set(['disputed', 'contested'])

type Words = (key: string, params?: Record<string, string>) => string

/** "low 5, best 8, high 12 or more": the numbers as a screen reader should say them. */
function spokenFigure(locale: string, t: Words, figure: ShownFigure): string {
  const { low, best, high } = figure
  const number = (value: number | null) => (value === null ? '—' : formatNumber(locale, value))
  const exact = low !== null && low === best && best === high
  const base = exact
    ? t(figure.open ? 'spoken-at-least' : 'spoken-exact', { best: number(best) })
    : t(best === null ? 'spoken-range' : 'spoken-triple', {
        low: number(low),
        best: number(best),
        high: number(high),
      })
  const open = figure.open && !exact ? ` ${t('spoken-open')}` : ''
  return `${figure.approximate ? `${t('spoken-about')} ` : ''}${base}${open}`
}
