'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useLog } from './log-context'

/** Id of the control of a path of the log: where a problem's link leads. */
export const fieldId = (path: string) => `f-${path.replaceAll('.', '-')}`

/** What a control needs to be labelled, described and marked wrong. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  /** Path within the log, "incidents.0.title.ar": names the control and finds its problems. */
  path: string
  label: string
  /** What belongs here, with an example: shown in the help line while the field has focus. */
  help?: string
  /** Said beneath: what a date was understood as. */
  children: (control: ControlProps) => ReactNode
  /** Also shows problems of what lies below the path. */
  deep?: boolean
  className?: string
  labelHidden?: boolean
}

/** A label, its control, its help and what the door said about it. */
export function Field({ path, label, help, children, deep = false, className, labelHidden }: FieldProps) {
  const { problems } = useLog()
  const id = fieldId(path)
  const own = problems.filter((problem) => {
    const at = problem.path.join('.')
    return at === path || (deep && at.startsWith(`${path}.`))
  })
  const described = [help && `${id}-help`, own.length > 0 && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-0.5 block text-muted text-sm'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': own.length > 0 ? true : undefined,
      })}
      {help && (
        <p id={`${id}-help`} className="sr-only" data-help>
          {help}
        </p>
      )}
      {own.length > 0 && <Problems id={`${id}-problem`} messages={own.map(({ message }) => message)} />}
    </div>
  )
}

function Problems({ id, messages }: { id: string; messages: string[] }) {
  const t = useTranslations('log')
  return (
    <p id={id} className="mt-0.5 text-danger text-sm">
      <span className="sr-only">{t('problem')} </span>
      {[...new Set(messages)].join(' ')}
    </p>
  )
}

export const inputLook =
  'w-full min-w-0 rounded border border-line-strong bg-surface px-2 py-1 text-ink aria-invalid:border-danger placeholder:text-muted'
export const buttonLook =
  'rounded border border-line-strong bg-surface px-2.5 py-1 hover:bg-sunken disabled:opacity-60'
export const quietLook = 'rounded px-1.5 py-0.5 text-accent underline-offset-2 hover:underline'
