import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatLanguage } from '@/app/_ui/format'
import { OutletText } from '@/app/_ui/outlet-text'
import { OutsideLink } from '@/app/_ui/outside-link'
import { languageOf } from '@/app/_words/preferences'
import type { DetailReport, IncidentDetail } from '@/lib/analysis/incident-detail'
import type { Book } from './book'
import { Section } from './section'
import { StatementLine } from './statement-line'

/** The documents that tell of the incident, with the statements that each cites. */
export function ReportsSection({ incident, book }: { incident: IncidentDetail; book: Book }) {
  const t = useTranslations('incident')
  return (
    <Section id="reports" title={t('reports')}>
      {incident.reports.length === 0 && <p className="text-muted">{t('reports-none')}</p>}
      <ul className="grid gap-3">
        {incident.reports.map((report) => (
          <li
            key={report.key}
            id={report.key}
            className="grid gap-2 rounded-lg border border-line bg-surface p-3"
          >
            <Report report={report} />
            <Cited report={report} incident={incident} book={book} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Report({ report }: { report: DetailReport }) {
  const locale = useLocale()
  const t = useTranslations('incident.report')
  const published = useTranslations('list.published')
  return (
    <div className="grid gap-1">
      <p>
        <OutletText outlet={report.outlet} className="font-semibold" />
        {report.agencies.length > 0 && (
          <span className="text-muted">
            {' · '}
            {t('agencies')} <bdi>{report.agencies.join(languageOf(locale) === 'ar' ? '، ' : ', ')}</bdi>
          </span>
        )}
      </p>
      {report.title && (
        <p lang={report.language} dir="auto">
          {report.title}
        </p>
      )}
      <p className="text-muted text-sm">
        {report.publishedOn
          ? t('published', {
              date: formatDay(locale, report.publishedOn),
              basis: report.publishedOnBasis ? published(report.publishedOnBasis) : '',
            })
          : t('published-unknown')}
        {report.publishedOnWhy && (
          <>
            {': '}
            <bdi>{report.publishedOnWhy}</bdi>
          </>
        )}
        {' · '}
        {formatLanguage(locale, report.language)}
      </p>
      <Address label={t('address')} url={report.url} archivedUrl={report.archivedUrl} />
      <Address label={t('archived')} url={report.archivedUrl} />
    </div>
  )
}

function Address({
  label,
  url,
  archivedUrl,
}: {
  label: string
  url: string | null
  archivedUrl?: string | null
}) {
  if (!url) return null
  return (
    <div className="flex flex-wrap gap-x-1.5 text-sm">
      <span className="text-muted">{label}</span>
      <OutsideLink url={url} archivedUrl={archivedUrl ?? null} />
    </div>
  )
}

function Cited({ report, incident, book }: { report: DetailReport; incident: IncidentDetail; book: Book }) {
  const t = useTranslations('incident.report')
  const cited = incident.statements.filter((statement) => statement.citedBy.includes(report.key))
  if (cited.length === 0) return null
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-muted">{t('cites')}</p>
      <ul className="grid list-disc gap-1 ps-5">
        {cited.map((statement) => (
          <li key={statement.key}>
            <StatementLine statement={statement} book={book} />
            {statement.note && (
              <p dir="auto" className="text-muted">
                {statement.note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
