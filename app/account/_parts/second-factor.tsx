'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DoorForm } from '../../_account/door-form'
import { RecoveryCodes } from './recovery-codes'

interface Started {
  secret: string
  picture: { size: number; path: string }
  recoveryCodes: string[]
}

/** Sets the second factor up, renews its recovery codes, or ends it. */
export function SecondFactor({ on, left }: { on: boolean; left: number | null }) {
  const t = useTranslations('account')
  const [started, setStarted] = useState<Started | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (!on)
    return started ? (
      <FirstCode started={started} onDone={() => setCodes(started.recoveryCodes)} />
    ) : (
      <>
        <p>{t('factor-off')}</p>
        <PasswordFirst path="/api/account/second-factor" submit={t('factor-start')} onDone={setStarted} />
      </>
    )
  return (
    <>
      <p role="status">{t('factor-on', { left: left ?? 0 })}</p>
      {codes && <RecoveryCodes codes={codes} />}
      <details>
        <summary className="cursor-pointer font-medium">{t('codes-renew')}</summary>
        <div className="pt-3">
          <PasswordFirst<{ recoveryCodes: string[] }>
            path="/api/account/recovery-codes"
            submit={t('codes-renew')}
            onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
          />
        </div>
      </details>
      <details>
        <summary className="cursor-pointer font-medium">{t('factor-end')}</summary>
        <div className="pt-3">
          <EndForm onDone={() => setStarted(null)} />
        </div>
      </details>
    </>
  )
}

function PasswordFirst<T>(form: { path: string; submit: string; onDone: (value: T) => void }) {
  const t = useTranslations('account')
  return (
    <DoorForm<T>
      {...form}
      fields={[
        {
          name: 'password',
          label: t('current-password'),
          type: 'password',
          autoComplete: 'current-password',
        },
      ]}
    />
  )
}

/** The secret, as a picture and as letters, the recovery codes, and the first code that makes it count. */
function FirstCode({ started, onDone }: { started: Started; onDone: () => void }) {
  const t = useTranslations('account')
  const router = useRouter()
  const { secret, picture, recoveryCodes } = started
  return (
    <div className="grid gap-4">
      <p>{t('factor-scan')}</p>
      <svg
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        role="img"
        aria-label={t('factor-picture')}
        className="size-56 rounded bg-white"
        shapeRendering="crispEdges"
      >
        <path d={picture.path} fill="black" />
      </svg>
      <p>
        {t('factor-secret')}{' '}
        <code dir="ltr" data-secret={secret} className="break-all">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </p>
      <RecoveryCodes codes={recoveryCodes} />
      <DoorForm
        path="/api/account/second-factor"
        method="PUT"
        fields={[{ name: 'code', label: t('first-code'), type: 'code', autoComplete: 'one-time-code' }]}
        submit={t('confirm')}
        onDone={() => {
          onDone()
          router.refresh()
        }}
      />
    </div>
  )
}

/** Where the password is short, which it may be beside a second factor, the door asks for another. */
function EndForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('account')
  const router = useRouter()
  const [needsNew, setNeedsNew] = useState(false)
  return (
    <DoorForm
      path="/api/account/second-factor"
      method="DELETE"
      fields={[
        {
          name: 'password',
          label: t('current-password'),
          type: 'password',
          autoComplete: 'current-password',
        },
        ...(needsNew
          ? [
              {
                name: 'newPassword',
                label: t('new-password'),
                help: t('password-help'),
                type: 'password' as const,
                autoComplete: 'new-password',
              },
            ]
          : []),
      ]}
      submit={t('factor-end')}
      onRefused={(problems) => setNeedsNew(problems.some(({ path }) => path[0] === 'newPassword'))}
      onDone={() => {
        onDone()
        router.refresh()
      }}
    />
  )
}
