'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export interface FindOption<T> {
  id: string
  value: T
  label: string
  /** What tells it from others of the same name. */
  detail?: ReactNode
}

interface FindBoxProps<T> {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-label'?: string
  /** Text of what is chosen now. */
  text: string
  /** Gives the options for what is typed, best first. */
  find: (text: string) => FindOption<T>[] | Promise<FindOption<T>[]>
  onPick: (value: T, typed: string) => void
  /** Called when the field is emptied. */
  onClear?: () => void
  /** For fields that gather several: empties itself once something is picked. */
  gathers?: boolean
  className?: string
  placeholder?: string
  autoFocus?: boolean
  lang?: string
}

/**
 * A field that finds as one types. The best match is marked at once, so that Enter and Tab take it; asked for before
 * the answer is there, they take it as soon as it comes. Follows the ARIA combobox pattern with a list.
 */
export function FindBox<T>(props: FindBoxProps<T>) {
  const { id, text, find, onPick, onClear, gathers, className, placeholder, lang, autoFocus, ...described } =
    props
  const t = useTranslations('log')
  const [typed, setTyped] = useState<string | null>(null)
  const [options, setOptions] = useState<FindOption<T>[]>([])
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const asked = useRef(0)
  const answered = useRef(0)
  const taking = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef({ find, onPick })
  useEffect(() => {
    latest.current = { find, onPick }
  })

  // What was picked elsewhere shows as soon as it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new text from outside ends the typing
  useEffect(() => setTyped(null), [text])

  const close = () => {
    asked.current += 1
    answered.current = asked.current
    setOpen(false)
    setOptions([])
  }

  const pick = (option: FindOption<T> | undefined, said: string) => {
    if (!option) return
    close()
    setTyped(gathers ? '' : null)
    onPick(option.value, said)
  }

  const look = async (said: string) => {
    asked.current += 1
    const mine = asked.current
    const found = await find(said)
    if (mine !== asked.current) return
    answered.current = mine
    setOptions(found)
    setActive(0)
  }

  /** Asked for before the answer is there: taken when it comes, in the order asked, whatever is typed meanwhile. */
  const takeLater = (said: string) => {
    close()
    if (gathers) setTyped('')
    taking.current = taking.current.then(async () => {
      const [best] = await latest.current.find(said)
      if (best) latest.current.onPick(best.value, said)
    })
  }

  const type = (said: string) => {
    setTyped(said)
    if (said.trim() === '') {
      close()
      onClear?.()
      return
    }
    setOpen(true)
    void look(said)
  }

  const take = (): boolean => {
    if (typed === null || typed.trim() === '') return false
    if (answered.current !== asked.current) takeLater(typed)
    else if (open) pick(options[active], typed)
    else return false
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) {
        setOpen(true)
        void look(typed ?? '')
        return
      }
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => (options.length ? (now + step + options.length) % options.length : 0))
    } else if (event.key === 'Enter') {
      if (take()) event.preventDefault()
    } else if (event.key === 'Tab' && !event.shiftKey) {
      take()
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }

  const shown = open && options.length > 0
  return (
    <div className={`relative ${className ?? ''}`}>
      <input
        {...described}
        id={id}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${active}` : undefined}
        // biome-ignore lint/a11y/noAutofocus: opens where the next thing is to be typed
        autoFocus={autoFocus}
        autoComplete="off"
        dir="auto"
        lang={lang}
        placeholder={placeholder}
        value={typed ?? text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        className="w-full rounded border border-line-strong bg-surface px-2 py-1 text-ink placeholder:text-muted aria-invalid:border-danger"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('suggestions')}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-30 mt-0.5 max-h-72 overflow-auto rounded border border-line-strong bg-surface shadow-lg"
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, by aria-activedescendant
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(option, typed ?? '')}
            className="px-2 py-1 aria-selected:bg-accent-soft"
          >
            <bdi>{option.label}</bdi>
            {option.detail && <span className="ms-2 text-muted text-sm">{option.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}
