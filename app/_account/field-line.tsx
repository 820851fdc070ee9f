'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { ToldProblem } from '../_ui/ask'

/** A field of a form before a door; its name is that of the body's field. */
export interface DoorField {
  name: string
  label: string
  help?: string
  type?: 'text' | 'email' | 'password' | 'code'
  autoComplete: string
  /** What it begins with. */
  value?: string
}

/** The field with its label, its help and what is wrong with it. A password can be shown while it is typed. */
export function FieldLine({ field, problems }: { field: DoorField; problems: ToldProblem[] }) {
  const t = useTranslations('account')
  const id = useId()
  const [shown, setShown] = useState(false)
  const { name, label, help, type = 'text', autoComplete, value } = field
  const described = [help && `${id}-help`, problems.length > 0 && `${id}-problem`].filter(Boolean).join(' ')
  const isPassword = type === 'password'
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          name={name}
          type={isPassword && !shown ? 'password' : type === 'email' ? 'email' : 'text'}
          inputMode={type === 'code' ? 'numeric' : undefined}
          defaultValue={value}
          dir={type === 'text' ? 'auto' : 'ltr'}
          autoComplete={autoComplete}
          spellCheck={false}
          autoCapitalize="off"
          aria-describedby={described || undefined}
          aria-invalid={problems.length > 0 || undefined}
          className="w-full min-w-0 rounded border border-line-strong bg-surface px-3 py-2 text-ink aria-invalid:border-danger"
        />
        {isPassword && (
          <button
            type="button"
            aria-pressed={shown}
            aria-label={t('show-password', { field: label })}
            onClick={() => setShown(!shown)}
            className="rounded border border-line px-3 text-sm hover:bg-sunken"
          >
            {shown ? t('hide') : t('show')}
          </button>
        )}
      </div>
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
