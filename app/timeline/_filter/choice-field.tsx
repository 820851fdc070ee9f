'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { formatNumber } from '@/app/_ui/format'
import { buttonClass, labelClass, popoverClass } from './field-class'

interface Props {
  label: string
  /** How many are chosen. */
  chosen: number
  children: ReactNode
}

/** A button that opens a list of check boxes and says how many of them are chosen. */
export function ChoiceField({ label, chosen, children }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline.filter')
  const state = chosen === 0 ? t('any') : t('chosen', { count: formatNumber(locale, chosen) })
  return (
    <div className="min-w-32">
      <span aria-hidden="true" className={labelClass}>
        {label}
      </span>
      <DialogTrigger>
        <Button aria-label={t('choice-label', { label, state })} className={`${buttonClass} flex gap-2`}>
          <span className="flex-1">{state}</span>
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover placement="bottom start" className={popoverClass}>
          <Dialog aria-label={label} className="outline-none">
            {children}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}

interface ChoiceProps {
  checked: boolean
  onChange(on: boolean): void
  children: ReactNode
}

export function Choice({ checked, onChange, children }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-center gap-2 rounded px-1 py-0.5 hover:bg-sunken">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      <span>{children}</span>
    </label>
  )
}
