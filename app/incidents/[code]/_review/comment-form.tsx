'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useDiscussion } from './discussion'

interface Props {
  label: string
  submit: string
  before?: string
  /** Keeps the words; gives what is wrong, or null where it is done. */
  onBody: (body: string) => Promise<string | null>
  onCancel?: () => void
}

const MOST_OFFERED = 6

/** Words about an incident or a claim; an "@" offers the names of those who may see it. */
export function CommentForm({ label, submit, before = '', onBody, onCancel }: Props) {
  const t = useTranslations('review.comments')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState(before)
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const names = useDiscussion()?.names ?? []
  const offered =
    typed === null ? [] : names.filter((name) => name.toLowerCase().startsWith(typed)).slice(0, MOST_OFFERED)

  const look = (area: HTMLTextAreaElement) =>
    setTyped(/@([^\s@]*)$/u.exec(area.value.slice(0, area.selectionStart))?.[1]?.toLowerCase() ?? null)
  const take = (name: string) => {
    const area = field.current
    if (!area) return
    const start = area.value.lastIndexOf('@', area.selectionStart - 1)
    setBody(`${area.value.slice(0, start)}@${name} ${area.value.slice(area.selectionStart)}`)
    setTyped(null)
    area.focus()
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (body.trim() === '') return setTrouble(t('empty'))
    setBusy(true)
    const wrong = await onBody(body)
    setBusy(false)
    setTrouble(wrong ?? '')
    if (wrong === null) setBody('')
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid gap-2">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        rows={2}
        maxLength={5000}
        value={body}
        onChange={({ target }) => {
          setBody(target.value)
          look(target)
        }}
        aria-describedby={`${id}-trouble`}
        aria-invalid={trouble !== '' || undefined}
        className="w-full rounded border border-line-strong bg-surface px-2 py-1.5 aria-invalid:border-danger"
      />
      {offered.length > 0 && (
        <ul aria-label={t('names')} className="flex flex-wrap gap-1">
          {offered.map((name) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => take(name)}
                className="rounded border border-line px-2 py-0.5 text-sm hover:bg-sunken"
              >
                @<bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-trouble`} role="alert" className="text-danger text-sm empty:hidden">
        {trouble}
      </p>
      <div className="flex gap-2">
        <button
          type="submit"
          disabled={busy}
          className="rounded border border-line-strong bg-surface px-3 py-1 hover:bg-sunken disabled:opacity-60"
        >
          {submit}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel} className="px-2 py-1 underline">
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
