import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatInstant } from '@/app/_ui/format'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import type { Past } from './asked-incident'
import { ChangesTable } from './changes-table'
import { RawRow } from './dataset-section'

/** Says that a past state is being read, and what the version after it changed. */
export function PastVersion({ past, incident }: { past: Past; incident: IncidentDetail }) {
  const locale = useLocale()
  const t = useTranslations('incident.past')
  const { version, next, documented, row } = past
  const instant = (iso: string) => formatInstant(locale, new Date(iso))
  return (
    <section
      aria-label={t('title', { n: version.version })}
      className="grid gap-3 rounded-lg border-2 border-warn bg-warn-soft p-4"
    >
      <p className="font-semibold text-warn">{t('title', { n: version.version })}</p>
      <p>
        {version.recordedTo &&
          t('stood', { from: instant(version.recordedFrom), to: instant(version.recordedTo) })}{' '}
        <Link href={`/incidents/${incident.code}`} prefetch={false} className="text-accent underline">
          {t('now')}
        </Link>
      </p>
      {!documented && <p>{row ? t('no-document') : `${t('no-document')} ${t('row-gone')}`}</p>}
      {!documented && row && <RawRow row={row} />}
      {documented && next && <ChangesTable before={incident} after={next} />}
    </section>
  )
}
