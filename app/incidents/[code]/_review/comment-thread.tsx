'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Answer, ask } from '@/app/_ui/ask'
import { toldTrouble } from '@/app/_ui/told-trouble'
import { WhenAlive } from '@/app/_ui/when-alive'
import { CommentForm } from './comment-form'
import { useDiscussion } from './discussion'
import { OneComment } from './one-comment'

interface Kept {
  id: number
  unreached: string[]
}

/** What is said of the incident, or of one of its claims, with room to answer. */
export function CommentThread({ claim, label }: { claim: string | null; label: string }) {
  const t = useTranslations('review')
  const router = useRouter()
  const discussed = useDiscussion()
  const [unreached, setUnreached] = useState<string[]>([])
  const [removed, setRemoved] = useState<number | null>(null)
  if (!discussed) return null
  const { code, mayComment } = discussed
  const comments = discussed.comments.filter((comment) => comment.claim === claim)
  const after = (answer: Answer<Kept>): string | null => {
    if (!answer.ok) return toldTrouble(answer, t('unreachable'))
    setUnreached(answer.value.unreached)
    router.refresh()
    return null
  }
  const add = async (body: string) =>
    after(await ask<Kept>(`/api/incidents/${code}/comments`, 'POST', { body, claim }))
  const change = async (id: number, what: object) => {
    const wrong = after(await ask<Kept>(`/api/comments/${id}`, 'PATCH', what))
    if (wrong === null && 'deleted' in what) setRemoved(what.deleted ? id : null)
    return wrong
  }
  return (
    <WhenAlive>
      <div className="grid gap-2">
        <ul className="grid gap-2">
          {comments.map((comment) => (
            <OneComment
              key={comment.id}
              comment={comment}
              mayComment={mayComment}
              onChange={(what) => change(comment.id, what)}
            />
          ))}
        </ul>
        <p role="status" className="text-sm empty:hidden">
          {removed !== null && (
            <>
              {t('comments.removed')}{' '}
              <button
                type="button"
                onClick={() => void change(removed, { deleted: false })}
                className="font-semibold underline"
              >
                {t('undo')}
              </button>
            </>
          )}
          {unreached.length > 0 && t('comments.unreached', { names: unreached.join(t('comments.comma')) })}
        </p>
        {mayComment && <CommentForm label={label} submit={t('comments.add')} onBody={add} />}
      </div>
    </WhenAlive>
  )
}

/** The same of a claim, folded away while nothing is said of it. */
export function ClaimThread({ claim }: { claim: string }) {
  const t = useTranslations('review.comments')
  const discussed = useDiscussion()
  if (!discussed) return null
  const here = discussed.comments.filter((comment) => comment.claim === claim)
  if (here.length === 0 && !discussed.mayComment) return null
  return (
    <details open={here.some(({ resolvedBy }) => resolvedBy === null)} className="text-sm print:hidden">
      <summary className="cursor-pointer text-muted">{t('of-claim', { n: here.length })}</summary>
      <div className="mt-2">
        <CommentThread claim={claim} label={t('label-claim')} />
      </div>
    </details>
  )
}
