'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatInstant } from '@/app/_ui/format'
import type { ShownComment } from '@/lib/operations/review/read-review'
import { CommentForm } from './comment-form'

interface Props {
  comment: ShownComment
  mayComment: boolean
  onChange: (what: object) => Promise<string | null>
}

/** One comment, with what its reader may do with it. */
export function OneComment({ comment, mayComment, onChange }: Props) {
  const locale = useLocale()
  const t = useTranslations('review.comments')
  const [editing, setEditing] = useState(false)
  const { id, by, at, body, edited, own, resolvedBy, waiting } = comment
  const resolved = resolvedBy !== null
  return (
    <li
      id={`comment-${id}`}
      className={`rounded border p-2 ${waiting ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
    >
      <p className="flex flex-wrap gap-x-2 text-muted text-sm">
        <bdi className="font-medium text-ink">{by}</bdi>
        <span>{formatInstant(locale, new Date(at))}</span>
        {edited && <span>{t('edited')}</span>}
        {resolved && <span>{t('resolved-by', { who: resolvedBy })}</span>}
      </p>
      {editing ? (
        <CommentForm
          label={t('label-edit')}
          submit={t('save')}
          before={body}
          onBody={async (text) => {
            const wrong = await onChange({ body: text })
            if (wrong === null) setEditing(false)
            return wrong
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p dir="auto" className={`whitespace-pre-line break-words ${resolved ? 'text-muted' : ''}`}>
          {body}
        </p>
      )}
      {mayComment && !editing && (
        <p className="flex flex-wrap gap-3 text-sm">
          <Deed onDeed={() => onChange({ resolved: !resolved })}>{t(resolved ? 'reopen' : 'resolve')}</Deed>
          {own && (
            <button type="button" onClick={() => setEditing(true)} className="underline">
              {t('edit')}
            </button>
          )}
          {own && <Deed onDeed={() => onChange({ deleted: true })}>{t('remove')}</Deed>}
        </p>
      )}
    </li>
  )
}

/** A small button that says beside itself what went wrong. */
function Deed({ children, onDeed }: { children: string; onDeed: () => Promise<string | null> }) {
  const [trouble, setTrouble] = useState('')
  return (
    <>
      <button
        type="button"
        onClick={() => void onDeed().then((wrong) => setTrouble(wrong ?? ''))}
        className="underline"
      >
        {children}
      </button>
      <span role="alert" className="text-danger empty:hidden">
        {trouble}
      </span>
    </>
  )
}
