'use client'

import { useTranslations } from 'next-intl'
import { leave } from './leave'
import { UnlockForm } from './unlock-form'

/** The password again, or the way out for somebody else who sits here now. */
export function UnlockHere({ to }: { to: string }) {
  const t = useTranslations('account')
  return (
    <>
      <UnlockForm onDone={() => window.location.assign(to)} />
      <button type="button" onClick={() => void leave()} className="justify-self-start text-accent underline">
        {t('sign-out')}
      </button>
    </>
  )
}
