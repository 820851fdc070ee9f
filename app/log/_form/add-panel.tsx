'use client'

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Answer } from '../../_ui/ask'
import { buttonLook, inputLook } from './field'
import type { Names } from './form-types'
import { namesFrom } from './look-up'

interface AddPanelProps<Added> {
  words: Record<'label' | 'name-ar' | 'name-en' | 'add' | 'cancel' | 'unreachable', string>
  /** What was typed where the thing was sought: its name in one of the languages. */
  text: string
  /** Adds it under these names; a string says what is missing still. */
  add: (names: Names) => Promise<Answer<Added>> | string
  onAdded: (added: Added) => void
  onCancel: () => void
  className?: string
  /** What must be said of it besides its names. */
  children: ReactNode
}

/** Adds what the registry lacks in one step: its name is typed already, Enter adds, Escape goes back. */
export function AddPanel<Added>(props: AddPanelProps<Added>) {
  const { words, text, onCancel, className, children } = props
  const id = useId()
  const [names, setNames] = useState(namesFrom(text))
  const [trouble, setTrouble] = useState('')

  const add = async () => {
    const asked = props.add(names)
    if (typeof asked === 'string') return setTrouble(asked)
    const answer = await asked
    if (answer.ok) props.onAdded(answer.value)
    else if (answer.why === 'unreachable') setTrouble(words.unreachable)
    else setTrouble(answer.problems.map(({ message }) => message).join(' ') || answer.title)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void add()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name its legend as the page's form does
    <div
      role="group"
      aria-label={words.label}
      onKeyDown={onKeyDown}
      className={`grid gap-2 rounded border border-accent bg-sunken p-2 sm:grid-cols-2 ${className ?? ''}`}
    >
      {children}
      {(['ar', 'en'] as const).map((language) => (
        <label key={language} className="text-sm" htmlFor={`${id}-${language}`}>
          <span className="text-muted">{words[`name-${language}`]}</span>
          <input
            id={`${id}-${language}`}
            dir="auto"
            lang={language}
            value={names[language] ?? ''}
            onChange={(event) => setNames({ ...names, [language]: event.target.value || null })}
            className={inputLook}
          />
        </label>
      ))}
      <div className="flex items-baseline gap-2 sm:col-span-2">
        <button type="button" className={buttonLook} onClick={() => void add()}>
          {words.add}
        </button>
        <button type="button" className={buttonLook} onClick={onCancel}>
          {words.cancel}
        </button>
        <p role="alert" className="text-danger text-sm">
          {trouble}
        </p>
      </div>
    </div>
  )
}

/** Messages of one part of the page for `AddPanel`. */
export const addWords = (
  t: (key: 'label' | 'name-ar' | 'name-en' | 'add' | 'cancel' | 'unreachable') => string,
) => ({
  label: t('label'),
  'name-ar': t('name-ar'),
  'name-en': t('name-en'),
  add: t('add'),
  cancel: t('cancel'),
  unreachable: t('unreachable'),
})
