'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components'
import { digits, monthNames, type Preferences, themes } from '../_words/preferences'
import { savePreference } from './save-preference'

const choices = { theme: themes, digits, months: monthNames } as const

/** Colours, digits and month names; each takes effect at once. */
export function PreferencesMenu({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('common')
  const router = useRouter()
  const choose = (name: keyof typeof choices) => (value: string) => {
    savePreference(name, value as never)
    if (name === 'theme') showTheme(value)
    router.refresh()
  }
  return (
    <DialogTrigger>
      <Button
        aria-label={t('nav.preferences')}
        className="rounded px-2.5 py-1.5 hover:bg-sunken data-[hovered]:bg-sunken"
      >
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true" fill="none" stroke="currentColor">
          <path strokeWidth="1.6" strokeLinecap="round" d="M3 6h7m4 0h3M3 14h3m4 0h7" />
          <circle cx="12" cy="6" r="2" strokeWidth="1.6" />
          <circle cx="8" cy="14" r="2" strokeWidth="1.6" />
        </svg>
      </Button>
      <Popover
        placement="bottom end"
        className="rounded-lg border border-line bg-surface p-4 text-ink shadow-lg"
      >
        <Dialog aria-label={t('preferences.title')} className="flex flex-col gap-4 outline-none">
          {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
            <RadioGroup key={name} value={preferences[name]} onChange={choose(name)}>
              <Label className="mb-1 block text-muted text-sm">{t(`preferences.${name}`)}</Label>
              <div className="flex flex-wrap gap-1">
                {choices[name].map((value) => (
                  <Radio
                    key={value}
                    value={value}
                    className="rounded border border-line px-2.5 py-1 data-[selected]:border-accent data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
                  >
                    {t(`preferences.${name}-${value}` as never)}
                  </Radio>
                ))}
              </div>
            </RadioGroup>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function showTheme(value: string): void {
  const dark = value === 'dark' || (value === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
