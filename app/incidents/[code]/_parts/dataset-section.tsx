import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatNumber } from '@/app/_ui/format'
import { OutsideLink } from '@/app/_ui/outside-link'
import type { DetailDataset } from '@/lib/analysis/incident-detail'
import { gedSources } from '@/lib/formats/ucdp-ged-sources'
import { isCivilDate } from '@/lib/incident/civil-date'
import { Section } from './section'

/** Where an imported incident comes from: attribution and licence, its sources, and the raw row as the file had it. */
export function DatasetSection({ dataset }: { dataset: DetailDataset }) {
  const locale = useLocale()
  const t = useTranslations('incident.dataset')
  const { row } = dataset
  return (
    <Section id="dataset" title={t('title')}>
      <div className="grid gap-1">
        <p className="font-medium">
          <bdi>{dataset.name}</bdi> <bdi className="font-normal text-muted">{dataset.version}</bdi>
        </p>
        <p lang="en" dir="ltr" className="text-start text-sm">
          {dataset.attribution}
        </p>
        <div className="flex flex-wrap gap-x-1.5 text-sm">
          <span className="text-muted">{t('licence')}</span>
          {dataset.licenceUrl ? (
            <OutsideLink url={dataset.licenceUrl}>{dataset.licence}</OutsideLink>
          ) : (
            <bdi>{dataset.licence}</bdi>
          )}
          {dataset.url && <OutsideLink url={dataset.url} />}
        </div>
        {row && (
          <p className="text-muted text-sm">
            {t.rich('row', {
              file: () => <bdi dir="ltr">{row.file}</bdi>,
              line: formatNumber(locale, row.line),
              id: () => <bdi dir="ltr">{row.externalId}</bdi>,
            })}
          </p>
        )}
      </div>
      {row && (
        <>
          <Sources row={row} />
          <RawRow row={row} />
        </>
      )}
    </Section>
  )
}

type Row = NonNullable<DetailDataset['row']>

function Sources({ row }: { row: Row }) {
  const locale = useLocale()
  const t = useTranslations('incident.dataset')
  const named = row.columns.map((column, k): [string, string] => [column.toLowerCase(), row.values[k] ?? ''])
  const sources = gedSources(Object.fromEntries(named))
  if (sources.length === 0) return null
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold">{t('sources')}</h3>
      <ul className="grid list-disc gap-1 ps-5 text-sm">
        {sources.map((source) => (
          <li key={`${source.office}${source.date}${source.headline}`}>
            {source.office && <bdi className="font-medium">{source.office}</bdi>}
            {source.date && (
              <span className="text-muted">
                {source.office && ' · '}
                {isCivilDate(source.date) ? formatDay(locale, source.date) : <bdi>{source.date}</bdi>}
              </span>
            )}
            {source.headline && <p dir="auto">{source.headline}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function RawRow({ row }: { row: Row }) {
  const t = useTranslations('incident.dataset')
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="px-3 py-2 font-medium">{t('raw')}</summary>
      <dl dir="ltr" lang="en" className="grid border-line border-t px-3 py-2 text-start font-mono text-sm">
        {row.columns.map((column, k) => (
          <div
            key={column}
            className="grid gap-x-3 border-line border-b py-1 last:border-0 sm:grid-cols-[14rem_1fr]"
          >
            <dt className="text-muted">{column}</dt>
            <dd dir="auto" className="min-w-0 break-words">
              {row.values[k]}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
