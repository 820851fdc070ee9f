'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { type Answer, ask, type ToldProblem } from '../_ui/ask'
import { useAlive } from '../_ui/use-alive'

/** A field of the form; its name is that of the body's field. */
interface DoorField {
  name: string
  label: string
  help?: string
  type?: 'text' | 'email' | 'password'
  autoComplete: string
}

interface DoorFormProps<T> {
  /** Address that the fields are sent to, as JSON. */
  path: string
  fields: readonly DoorField[]
  submit: string
  /** Sent with what was typed. */
  extra?: Record<string, string>
  onDone: (value: T) => void
  children?: ReactNode
}

/** A small form before one door: it sends what was typed, and says beside each field what the door says of it. */
export function DoorForm<T>({ path, fields, submit, extra, onDone, children }: DoorFormProps<T>) {
  const t = useTranslations('account')
  const alive = useAlive()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<ToldProblem[]>([])

  const show = (answer: Exclude<Answer<T>, { ok: true }>) => {
    const told = answer.why === 'refused' ? answer.problems : [unreachable(t('unreachable'))]
    setProblems(told)
    const wrong = fields.find(({ name }) => told.some((problem) => problem.path[0] === name))
    const first = wrong
      ? form.current?.elements.namedItem(wrong.name)
      : form.current?.querySelector('[role=alert]')
    if (first instanceof HTMLElement) first.focus()
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const answer = await ask<T>(path, 'POST', { ...extra, ...typed })
    setBusy(false)
    if (answer.ok) onDone(answer.value)
    else show(answer)
  }
  const general = problems.filter(({ path: at }) => !fields.some(({ name }) => name === at[0]))
  return (
    <form ref={form} onSubmit={(event) => void send(event)} noValidate className="grid gap-4">
      <div role="alert" tabIndex={-1} className="text-danger outline-none empty:hidden">
        {general.map(({ code, message }) => (
          <p key={code}>{message}</p>
        ))}
      </div>
      {fields.map((field) => (
        <Line
          key={field.name}
          field={field}
          problems={problems.filter(({ path: at }) => at[0] === field.name)}
        />
      ))}
      {children}
      <button
        type="submit"
        disabled={!alive || busy}
        className="rounded bg-accent px-4 py-2 font-medium text-accent-ink disabled:opacity-60"
      >
        {submit}
      </button>
    </form>
  )
}

const unreachable = (message: string): ToldProblem => ({ path: [], code: 'unreachable', message })

function Line({ field, problems }: { field: DoorField; problems: ToldProblem[] }) {
  const id = useId()
  const { name, label, help, type = 'text', autoComplete } = field
  const described = [help && `${id}-help`, problems.length > 0 && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        dir={type === 'text' ? 'auto' : 'ltr'}
        autoComplete={autoComplete}
        spellCheck={false}
        aria-describedby={described || undefined}
        aria-invalid={problems.length > 0 || undefined}
        className="w-full rounded border border-line-strong bg-surface px-3 py-2 text-ink aria-invalid:border-danger"
      />
      {help && (
        <p id={`${id}-help`} className="mt-1 text-muted text-sm">
          {help}
        </p>
      )}
      {problems.length > 0 && (
        <p id={`${id}-problem`} className="mt-1 text-danger text-sm">
          {problems.map(({ message }) => message).join(' ')}
        </p>
      )}
    </div>
  )
}
