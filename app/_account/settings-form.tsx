'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { roles } from '@/lib/access/roles'
import type { Settings } from '@/lib/access/settings'
import { ask } from '../_ui/ask'
import { useAlive } from '../_ui/use-alive'

/** All settings at once; what did not change is not noted as a change. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const t = useTranslations('account')
  const router = useRouter()
  const alive = useAlive()
  const [told, setTold] = useState('')
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await ask<Settings>('/api/settings', 'PATCH', readForm(new FormData(event.currentTarget)))
    if (answer.ok) setTold(t('saved'))
    else setTold(answer.why === 'refused' ? (answer.problems[0]?.message ?? answer.title) : t('unreachable'))
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="grid gap-6">
      <Check name="publicReading" checked={settings.publicReading} />
      <Check name="fourEyes" checked={settings.fourEyes} />
      <fieldset className="grid gap-2">
        <legend className="font-medium">{t('setting.secondFactorRoles')}</legend>
        <p className="text-muted text-sm">{t('setting.secondFactorRoles-help')}</p>
        <div className="flex flex-wrap gap-4">
          {roles.map((role) => (
            <label key={role} className="flex items-center gap-2">
              <input
                type="checkbox"
                name="secondFactorRoles"
                value={role}
                defaultChecked={settings.secondFactorRoles.includes(role)}
              />
              {t(`role.${role}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="grid gap-1">
        <span className="font-medium">{t('setting.idleMinutes')}</span>
        <input
          name="idleMinutes"
          type="number"
          min={5}
          max={720}
          defaultValue={settings.idleMinutes}
          className="w-32 rounded border border-line-strong bg-surface px-3 py-2 text-ink"
        />
      </label>
      <fieldset className="grid gap-2">
        <legend className="font-medium">{t('setting.withheldFigures')}</legend>
        {(['say-so', 'without'] as const).map((value) => (
          <label key={value} className="flex items-center gap-2">
            <input
              type="radio"
              name="withheldFigures"
              value={value}
              defaultChecked={settings.withheldFigures === value}
            />
            {t(`setting.withheld-${value}`)}
          </label>
        ))}
      </fieldset>
      <div className="flex items-center gap-3">
        <button
          type="submit"
          disabled={!alive}
          className="rounded bg-accent px-4 py-2 font-medium text-accent-ink disabled:opacity-60"
        >
          {t('save')}
        </button>
        <span role="status">{told}</span>
      </div>
    </form>
  )
}

function Check({ name, checked }: { name: 'publicReading' | 'fourEyes'; checked: boolean }) {
  const t = useTranslations('account')
  const id = useId()
  return (
    <div>
      <label className="flex items-center gap-2 font-medium">
        <input type="checkbox" name={name} defaultChecked={checked} aria-describedby={id} />
        {t(`setting.${name}`)}
      </label>
      <p id={id} className="text-muted text-sm">
        {t(`setting.${name}-help`)}
      </p>
    </div>
  )
}

const readForm = (form: FormData) => ({
  publicReading: form.has('publicReading'),
  fourEyes: form.has('fourEyes'),
  secondFactorRoles: form.getAll('secondFactorRoles'),
  idleMinutes: Number(form.get('idleMinutes')),
  withheldFigures: form.get('withheldFigures'),
})
