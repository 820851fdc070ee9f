'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDigits, formatInstant, formatNumber } from '@/app/_ui/format'
import { WhenAlive } from '@/app/_ui/when-alive'
import type { Visibility } from '@/lib/incident/lists'
import type { Evidence } from '@/lib/report/evidence'
import { HashLine } from './hash-line'
import { VisibilityChoice } from './visibility-choice'

interface Props {
  evidence: Evidence
  /** Its place in the list, for what has no name. */
  n: number
  /** Outlet of the report that it hangs on. */
  outlet: string | null
  onShow: (visibility: Visibility) => void
  onRemove: (name: string) => void
}

/** One picture or document: what it is, its hash, who is shown it. */
export function EvidenceItem({ evidence, n, outlet, onShow, onRemove }: Props) {
  const locale = useLocale()
  const t = useTranslations('evidence')
  const lists = useTranslations('list.visibility')
  const isDocument = evidence.type === 'application/pdf'
  const number = formatNumber(locale, n)
  const name = evidence.name ?? t(isDocument ? 'document' : 'picture', { n: number })
  const { original, shared } = evidence
  return (
    <li className="flex flex-wrap gap-3 rounded-lg border border-line bg-surface p-3">
      {shared && <Picture evidence={evidence} alt={evidence.note ?? t('picture-alt', { n: number })} />}
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        <h3 className="break-words font-semibold">
          <bdi>{name}</bdi>
        </h3>
        {evidence.note && <p dir="auto">{evidence.note}</p>}
        <p className="text-muted text-sm">
          <Facts evidence={evidence} />
          {' · '}
          <bdi>{formatInstant(locale, new Date(evidence.at))}</bdi>
          {outlet && (
            <>
              {' · '}
              {t.rich('of-report-rich', { outlet, b: (text) => <bdi>{text}</bdi> })}
            </>
          )}
        </p>
        {original ? (
          <HashLine label={t('hash-original')} hash={original.sha256} name={name} />
        ) : (
          shared && <HashLine label={t('hash-shared')} hash={shared.sha256} name={name} />
        )}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {shared && (
            <a className={linkLook} href={`/evidence/${evidence.code}`} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
          )}
          {original && (
            <a className={linkLook} href={`/evidence/${evidence.code}/original`} download>
              {t('download')}
            </a>
          )}
          {!shared && <span className="text-muted">{t('not-shared')}</span>}
        </p>
        {evidence.mayChange ? (
          <div className="flex flex-wrap items-end gap-3 print:hidden">
            <WhenAlive>
              <VisibilityChoice
                value={evidence.visibility}
                label={t('shown-to')}
                teamOnly={shared === null}
                onChange={onShow}
              />
              <button
                type="button"
                onClick={() => onRemove(name)}
                className="rounded border border-line-strong px-3 py-1.5 text-danger hover:bg-danger-soft"
              >
                {t('remove')} <span className="sr-only">{name}</span>
              </button>
            </WhenAlive>
          </div>
        ) : (
          <p className="text-muted text-sm">
            {t('shown-to')} {lists(evidence.visibility)}
          </p>
        )}
      </div>
    </li>
  )
}

const linkLook = 'text-accent underline'

/** The copy for sharing, small; the browser fetches it when it comes into view. */
function Picture({ evidence: { code, size }, alt }: { evidence: Evidence; alt: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: the app's own files, each asked for by whoever may see it
    <img
      src={`/evidence/${code}`}
      alt={alt}
      width={size?.width}
      height={size?.height}
      loading="lazy"
      decoding="async"
      className="h-32 w-40 rounded bg-sunken object-contain"
    />
  )
}

/** Type, size in pixels and bytes. */
function Facts({ evidence: { type, size, original, shared } }: { evidence: Evidence }) {
  const locale = useLocale()
  const t = useTranslations('evidence')
  const length = (original ?? shared)?.length ?? 0
  const kib = length / 1024
  const [unit, count] = kib < 1000 ? (['kib', kib] as const) : (['mib', kib / 1024] as const)
  const n = new Intl.NumberFormat(locale, { maximumFractionDigits: count < 10 ? 1 : 0 }).format(count)
  const sides = size && [formatDigits(locale, String(size.width)), formatDigits(locale, String(size.height))]
  return (
    <>
      <bdi>{t(`type.${type}`)}</bdi>
      {sides && (
        <>
          {' · '}
          <bdi dir="ltr">{t('pixels', { width: sides[0] ?? '', height: sides[1] ?? '' })}</bdi>
        </>
      )}
      {' · '}
      <bdi>{t(unit, { n })}</bdi>
    </>
  )
}
