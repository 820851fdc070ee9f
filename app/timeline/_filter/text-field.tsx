'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { fieldClass, labelClass } from './field-class'
import { useFilter } from './filter-state'

const SETTLED_MS = 300

/** Words to search for. The first letter makes a step in the history, the rest of the word goes with it. */
export function TextField() {
  const { filter, ask } = useFilter()
  const t = useTranslations('timeline.filter')
  const [typed, setTyped] = useState<string | null>(null)
  const stepped = useRef(false)
  const sent = useRef(filter.text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // Back and Reset change the text from outside: they win over what was typed.
  useEffect(() => {
    if (filter.text === sent.current) return
    sent.current = filter.text
    stepped.current = false
    setTyped(null)
  }, [filter.text])
  const send = (text: string) => {
    clearTimeout(timer.current)
    const clean = text.trim()
    if (clean === filter.text) return
    sent.current = clean
    ask({ filter: { text: clean }, replace: stepped.current })
    stepped.current = true
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(text), SETTLED_MS)
  }
  // What was typed before the page came to life is in the field and nowhere else.
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes to life
  useEffect(() => {
    const early = field.current?.value ?? ''
    if (early !== filter.text) type(early)
  }, [])
  const leave = () => {
    if (typed !== null) send(typed)
    setTyped(null)
    stepped.current = false
  }
  return (
    <div className="min-w-48 flex-1">
      <label htmlFor="filter-text" className={labelClass}>
        {t('text')}
      </label>
      <input
        ref={field}
        id="filter-text"
        type="search"
        dir="auto"
        maxLength={200}
        value={typed ?? filter.text}
        placeholder={t('text-example')}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && typed !== null && send(typed)}
        className={fieldClass}
      />
    </div>
  )
}
