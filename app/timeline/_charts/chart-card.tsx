import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Summary } from '@/lib/analysis/summary'

interface Props {
  id: string
  title: string
  /** The filter in words. */
  about: string
  /** What the numbers are of, where the title does not say it. */
  note?: string | undefined
  /** Incidents among them whose figures leave out claims. */
  withheld?: number
  csvHref: string
  attributions: Summary['attributions']
  chart: ReactNode
  table: ReactNode
}

/** One chart with what belongs to it: title, the drawing, its data as a table and as CSV, whose data it is. */
export function ChartCard({
  id,
  title,
  about,
  note,
  withheld = 0,
  csvHref,
  attributions,
  chart,
  table,
}: Props) {
  const t = useTranslations('timeline.charts')
  const totals = useTranslations('timeline.totals')
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-surface p-3">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      <p className="mb-2 text-muted text-sm">{about}</p>
      {note && <p className="mb-2 text-muted text-sm">{note}</p>}
      {withheld > 0 && <p className="mb-2 text-sm text-warn">{totals('withheld', { count: withheld })}</p>}
      {chart}
      <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1 text-sm">
        <details className="group min-w-0 grow">
          <summary className="w-fit text-accent underline underline-offset-2">
            {t('as-table')}
            <span className="sr-only">: {title}</span>
          </summary>
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={`${t('as-table')}: ${title}`}
            className="mt-1 max-h-96 overflow-auto"
          >
            {table}
          </section>
        </details>
        <a href={csvHref} download className="text-accent underline underline-offset-2">
          {t('as-csv')}
          <span className="sr-only">: {title}</span>
        </a>
      </div>
      {attributions.length > 0 && (
        <p className="mt-1 text-muted text-xs" dir="auto">
          {t('source')}{' '}
          <bdi>{attributions.map(({ name, version }) => `${name} ${version}`.trim()).join('; ')}</bdi>
        </p>
      )}
    </section>
  )
}
