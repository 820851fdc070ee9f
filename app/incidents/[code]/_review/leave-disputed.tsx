'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ask } from '@/app/_ui/ask'
import { NoteDialog } from '@/app/_ui/note-dialog'
import { toldTrouble } from '@/app/_ui/told-trouble'
import { WhenAlive } from '@/app/_ui/when-alive'

interface Props {
  code: string
  version: number
  /** Key of the conflict set. */
  set: string
  left: boolean
}

/** Says that a contradiction stays disputed, or takes that back. */
export function LeaveDisputed({ code, version, set, left }: Props) {
  const t = useTranslations('review.disputed')
  const unreachable = useTranslations('review')('unreachable')
  const router = useRouter()
  const [trouble, setTrouble] = useState('')
  const send = async (why: string | null) => {
    const answer = await ask(`/api/incidents/${code}/disputed`, 'POST', { version, set, why })
    const wrong = toldTrouble(answer, unreachable)
    if (wrong === null) router.refresh()
    return wrong
  }
  return (
    <WhenAlive>
      {left ? (
        <button
          type="button"
          onClick={() => void send(null).then((wrong) => setTrouble(wrong ?? ''))}
          className="text-accent underline"
        >
          {t('open-again')}
        </button>
      ) : (
        <NoteDialog
          title={t('leave')}
          help={t('why')}
          most={1000}
          look="text-accent underline"
          onNote={(why) => send(why)}
        />
      )}
      <span role="alert" className="text-danger text-sm empty:hidden">
        {trouble}
      </span>
    </WhenAlive>
  )
}
