import { useTranslations } from 'next-intl'
import { outsideAddress } from './outside-address'

interface Props {
  url: string
  /** What names it; the address itself where nothing does. */
  children?: string
  /** Of the name. */
  lang?: string
  /** Where a copy of it was kept, if anywhere. */
  archivedUrl?: string | null
}

/**
 * An address outside. Following it takes two steps: unfolding says which site it is, and what that site will see. There
 * is no address of ours that leads on to another, so nobody can make one.
 */
export function OutsideLink({ url, children = url, lang, archivedUrl = null }: Props) {
  const t = useTranslations('outside')
  const address = outsideAddress(url)
  if (!address) return <bdi className="break-all">{children}</bdi>
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer text-accent underline">
        <bdi lang={lang} className="break-all">
          {children}
        </bdi>
      </summary>
      <div className="my-1 grid gap-1.5 rounded border border-line-strong bg-surface p-3 text-ink">
        <p>{t('warning')}</p>
        <p>
          <span className="text-muted">{t('host')} </span>
          <bdi dir="ltr" className="break-all font-mono font-semibold">
            {address.host}
          </bdi>
        </p>
        {address.disguised && <p className="text-danger">{t('not-shown')}</p>}
        {children !== url && (
          <p dir="ltr" className="break-all text-start text-muted text-sm">
            {url}
          </p>
        )}
        {archivedUrl && (
          <div>
            <span className="text-muted">{t('archived')} </span>
            <Away url={archivedUrl}>{archivedUrl}</Away>
          </div>
        )}
        <p>
          <Away url={address.href}>{t('go', { host: address.host })}</Away>
        </p>
      </div>
    </details>
  )
}

/** The step itself: the other site is not told where from, and gets no hold on this window. */
function Away({ url, children }: { url: string; children: string }) {
  const address = outsideAddress(url)
  if (!address) return <bdi className="break-all">{children}</bdi>
  return (
    <a
      href={address.href}
      rel="noopener noreferrer nofollow external"
      referrerPolicy="no-referrer"
      className="break-all text-accent underline"
    >
      {children}
    </a>
  )
}
