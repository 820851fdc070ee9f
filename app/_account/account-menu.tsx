'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ask } from '../_ui/ask'

/** Who is signed in, and the way out; for others the way in. */
export function AccountMenu({ name }: { name: string | null }) {
  const t = useTranslations('account')
  if (name === null)
    return (
      <Link href="/sign-in" className="rounded px-2 py-1.5 hover:bg-sunken">
        {t('sign-in')}
      </Link>
    )
  const leave = async () => {
    await ask('/api/account/sign-out', 'POST')
    window.location.assign('/sign-in')
  }
  return (
    <>
      <bdi className="max-w-32 truncate px-1 text-muted text-sm max-sm:hidden">{name}</bdi>
      <button type="button" onClick={() => void leave()} className="rounded px-2 py-1.5 hover:bg-sunken">
        {t('sign-out')}
      </button>
    </>
  )
}
