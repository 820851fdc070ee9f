'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { formatYear } from '@/app/_ui/format'
import { fieldClass, labelClass, popoverClass } from './field-class'
import { useFilter } from './filter-state'
import { periodWords } from './filter-words'
import { type Period, type QuickPeriod, quickPeriod, quickPeriods, readPeriod, yearPeriod } from './period'

/** A period typed in words or chosen; says what it understood before it asks for it. */
export function PeriodField({ years }: { years: number[] }) {
  const { filter, today, ask } = useFilter()
  const locale = useLocale()
  const t = useTranslations()
  const [typed, setTyped] = useState<string | null>(null)
  const held = filter.from || filter.to ? periodWords(filter.from, filter.to, locale, t as never) : ''
  // A choice, Reset or Back is newer than half a word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the period's change is what this waits for
  useEffect(() => setTyped(null), [filter.from, filter.to])
  const understood = typed === null ? null : readPeriod(typed, today)
  const failed = typed !== null && understood === null
  const take = (period: Period | null) => {
    if (!period) return
    setTyped(null)
    if (period.from !== filter.from || period.to !== filter.to) ask({ filter: period })
  }
  const note =
    understood && (understood.from || understood.to)
      ? t('timeline.period.understood', {
          period: periodWords(understood.from, understood.to, locale, t as never),
        })
      : failed
        ? t('timeline.period.not-understood')
        : ''
  return (
    <div className="relative md:min-w-52!">
      <label htmlFor="filter-period" className={labelClass}>
        {t('timeline.filter.period')}
      </label>
      <div className="flex">
        <input
          id="filter-period"
          type="text"
          dir="auto"
          maxLength={100}
          autoComplete="off"
          value={typed ?? held}
          placeholder={t('timeline.filter.period-example')}
          aria-describedby="filter-period-note"
          aria-invalid={failed || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => take(understood)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(understood)
            if (event.key === 'Escape') setTyped(null)
          }}
          className={`${fieldClass} rounded-e-none`}
        />
        <QuickPeriods years={years} onChoose={take} />
      </div>
      <p
        id="filter-period-note"
        aria-live="polite"
        className={`absolute top-full z-10 text-sm ${note ? 'mt-0.5 rounded border border-line bg-surface px-2 py-1 shadow' : ''} ${failed ? 'text-danger' : 'text-ink'}`}
      >
        {note}
      </p>
    </div>
  )
}

function QuickPeriods({ years, onChoose }: { years: number[]; onChoose(period: Period): void }) {
  const { today } = useFilter()
  const locale = useLocale()
  const t = useTranslations('timeline.period')
  const choose = (key: React.Key) => {
    const text = String(key)
    if (text === 'any') onChoose({ from: null, to: null })
    else if (/^\d+$/.test(text)) onChoose(yearPeriod(Number(text)))
    else onChoose(quickPeriod(text as QuickPeriod, today))
  }
  const itemClass = 'cursor-pointer rounded px-2.5 py-1 outline-none data-[focused]:bg-accent-soft'
  return (
    <MenuTrigger>
      <Button
        aria-label={t('quick')}
        className="rounded-e border border-line-strong border-s-0 bg-surface px-2 hover:bg-sunken"
      >
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover placement="bottom end" className={popoverClass}>
        <Menu aria-label={t('quick')} onAction={choose} className="outline-none">
          <MenuItem id="any" className={itemClass}>
            {t('any')}
          </MenuItem>
          {quickPeriods.map((choice) => (
            <MenuItem key={choice} id={choice} className={itemClass}>
              {t(choice, { days: Number(choice.slice(5)) || 0 })}
            </MenuItem>
          ))}
          {years.map((year) => (
            <MenuItem key={year} id={String(year)} className={itemClass}>
              {formatYear(locale, String(year))}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
