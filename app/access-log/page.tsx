import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type AccessLine, type Act, acts } from '@/lib/access/acts'
import { mayAdminister } from '@/lib/access/questions'
import { type Role, roles } from '@/lib/access/roles'
import { readAccessLog } from '@/lib/operations/read-access-log'
import { forPage } from '../_http/page-failure'
import { pageViewer } from '../_http/page-viewer'
import { formatInstant } from '../_ui/format'

const isAct = (action: string): action is Act => (acts as readonly string[]).includes(action)
const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word)

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('visibility.log')
  return { title: t('title') }
}

/** `/access-log?before=1200`: who did what to accounts, and who was shown what is protected. For administrators. */
export default async function AccessLogPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, role, locale, { before }, viewer] = await Promise.all([
    getTranslations('visibility.log'),
    getTranslations('account.role'),
    getLocale(),
    searchParams,
    pageViewer('/access-log'),
  ])
  if (!mayAdminister(viewer)) notFound()
  const last = typeof before === 'string' && /^[1-9]\d{0,17}$/.test(before) ? BigInt(before) : null
  const { lines, next } = await forPage(readAccessLog(viewer, last))
  // "analyst → reviewer" is kept as codes; a reason that somebody gave is their own words.
  const inWords = (why: string) =>
    why
      .split(' → ')
      .map((word) => (isRole(word) ? role(word) : word))
      .join(' → ')
  return (
    <div className="mx-auto grid max-w-6xl gap-4 px-4 py-8">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      <p className="text-muted">{t('intro')}</p>
      {lines.length === 0 && <p>{t('none')}</p>}
      <ol className="grid gap-2">
        {lines.map((line) => (
          <li key={line.id} className="grid gap-0.5 border-line border-s-2 ps-3">
            <p className="flex flex-wrap gap-x-3">
              <span className="text-muted">{formatInstant(locale, new Date(line.at))}</span>
              <bdi className="font-medium">{line.by || '—'}</bdi>
              <span>{isAct(line.action) ? t(`act.${line.action}`) : line.action}</span>
              <DoneTo line={line} />
              {line.address && (
                <bdi dir="ltr" className="text-muted">
                  {line.address}
                </bdi>
              )}
            </p>
            {line.why && <p dir="auto">{inWords(line.why)}</p>}
          </li>
        ))}
      </ol>
      <nav className="flex gap-4" aria-label={t('title')}>
        {last !== null && (
          <Link href="/access-log" prefetch={false} className="text-accent underline">
            {t('newest')}
          </Link>
        )}
        {next && (
          <Link href={`/access-log?before=${next}`} prefetch={false} className="text-accent underline">
            {t('older')}
          </Link>
        )}
      </nav>
    </div>
  )
}

/** What it was done to: a person by name, unless it is who did it; an incident by its page; anything else by its id. */
function DoneTo({ line: { by, whose, entity, entityId } }: { line: AccessLine }) {
  if (whose !== null) return whose === by ? null : <bdi>{whose}</bdi>
  if (!entityId || entity === 'user') return null
  if (entity !== 'incident') return <code dir="ltr">{entityId}</code>
  return (
    <Link href={`/incidents/${entityId}`} prefetch={false} className="text-accent underline">
      <code dir="ltr">{entityId}</code>
    </Link>
  )
}
