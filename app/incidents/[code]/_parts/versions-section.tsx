import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatInstant, formatNumber } from '@/app/_ui/format'
import type { DetailVersion, IncidentDetail } from '@/lib/analysis/incident-detail'
import { reviewSteps } from '@/lib/incident/review'
import { Section } from './section'

/** Every state that the record ever had, newest first; a past one can be opened. */
export function VersionsSection({ incident, shown }: { incident: IncidentDetail; shown: number }) {
  const t = useTranslations('incident')
  return (
    <Section id="history" title={t('history')}>
      <ol className="grid gap-2">
        {incident.versions.map((version) => (
          <li key={version.version} className="border-line border-s-2 ps-3">
            <Version version={version} code={incident.code} shown={version.version === shown} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Version({ version, code, shown }: { version: DetailVersion; code: string; shown: boolean }) {
  const locale = useLocale()
  const t = useTranslations('incident.version')
  const name = t('name', { n: version.version })
  const present = version.recordedTo === null
  return (
    <>
      <p className="flex flex-wrap gap-x-2">
        {shown ? (
          <strong aria-current="true">{name}</strong>
        ) : (
          <Link
            href={present ? `/incidents/${code}` : `/incidents/${code}?version=${version.version}`}
            prefetch={false}
            className="text-accent underline"
          >
            {name}
          </Link>
        )}
        {present && <span className="text-muted">{t('present')}</span>}
      </p>
      <p className="text-muted text-sm">
        {t(actions.has(version.action) ? `action-${version.action}` : 'action-other', { who: version.by })}
        {' · '}
        {formatInstant(locale, new Date(version.recordedFrom))}
      </p>
      {version.importedFrom && (
        <p className="text-muted text-sm">
          {t('imported', {
            n: formatNumber(locale, version.importedFrom.importId),
            line: formatNumber(locale, version.importedFrom.line),
          })}
        </p>
      )}
      {version.why && (
        <p dir="auto" className="text-sm">
          {version.why}
        </p>
      )}
    </>
  )
}

const actions = new Set<string>([
  ...['record', 'change', 'delete', 'restore', 'import'],
  ...reviewSteps,
  ...['undo', 'left-disputed', 'dispute-reopened'],
])
