'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { type Answer, ask, type ToldProblem } from '../_ui/ask'
import { useAlive } from '../_ui/use-alive'
import { type DoorField, FieldLine } from './field-line'

interface DoorFormProps<T> {
  /** Address that the fields are sent to, as JSON. */
  path: string
  method?: string
  fields: readonly DoorField[]
  submit: string
  /** Sent with what was typed. */
  extra?: Record<string, unknown>
  onDone: (value: T) => void
  /** Told what the door says is wrong, so that the form can ask for more. */
  onRefused?: (problems: ToldProblem[]) => void
  children?: ReactNode
}

/** A small form before one door: it sends what was typed, and says beside each field what the door says of it. */
export function DoorForm<T>({
  path,
  method = 'POST',
  fields,
  submit,
  extra,
  onDone,
  onRefused,
  children,
}: DoorFormProps<T>) {
  const t = useTranslations('account')
  const alive = useAlive()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<ToldProblem[]>([])

  const show = (answer: Exclude<Answer<T>, { ok: true }>) => {
    const told = answer.why === 'refused' ? answer.problems : [unreachable(t('unreachable'))]
    setProblems(told)
    onRefused?.(told)
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
    const answer = await ask<T>(path, method, { ...extra, ...typed })
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
        <FieldLine
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
