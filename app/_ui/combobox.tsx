'use client'

import { useEffect, useRef, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useAlive } from './use-alive'

export interface Option {
  id: number
  name: string
  /** What tells it from others of its name: the places above it, the actor it is part of. */
  detail: string
}

interface Props {
  label: string
  labelClass?: string
  placeholder?: string
  /** Said where the words match nothing. */
  nothing: string
  /** Options for what was typed, best first. Called when typing pauses; an older call is aborted. */
  load(text: string, signal: AbortSignal): Promise<Option[]>
  onPick(option: Option): void
}

const PAUSE_MS = 150

/** A field that looks names up as one types; picking one hands it over and empties the field for the next. */
export function Combobox({ label, labelClass, placeholder, nothing, load, onPick }: Props) {
  const alive = useAlive()
  const [text, setText] = useState('')
  const [options, setOptions] = useState<Option[]>([])
  const [failed, setFailed] = useState(false)
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })
  useEffect(() => {
    if (text.trim() === '') return setOptions([])
    const stop = new AbortController()
    const timer = setTimeout(() => {
      loader
        .current(text.trim(), stop.signal)
        .then((found) => {
          setOptions(found)
          setFailed(false)
        })
        .catch(() => {
          if (!stop.signal.aborted) setFailed(true)
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text])
  const pick = (key: React.Key | null) => {
    const option = options.find((one) => one.id === key)
    if (!option) return
    setText('')
    setOptions([])
    onPick(option)
  }
  return (
    <ComboBox
      items={options}
      inputValue={text}
      onInputChange={setText}
      isReadOnly={!alive}
      selectedKey={null}
      onSelectionChange={pick}
      menuTrigger="input"
      allowsEmptyCollection={text.trim() !== ''}
      className="min-w-44"
    >
      <Label className={labelClass}>{label}</Label>
      <Input
        placeholder={placeholder}
        maxLength={100}
        dir="auto"
        className="w-full rounded border border-line-strong bg-surface px-2.5 py-1.5 text-ink placeholder:text-muted"
      />
      <Popover className="w-80 max-w-[90vw] rounded-lg border border-line bg-surface text-ink shadow-lg">
        <ListBox
          renderEmptyState={() => (
            <p className={`px-3 py-2 text-sm ${failed ? 'text-danger' : 'text-muted'}`}>{nothing}</p>
          )}
          className="max-h-72 overflow-auto p-1 outline-none"
        >
          {(option: Option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.name}
              className="cursor-pointer rounded px-2.5 py-1 outline-none data-[focused]:bg-accent-soft"
            >
              <bdi>{option.name}</bdi>
              {option.detail && <bdi className="block text-muted text-sm">{option.detail}</bdi>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
