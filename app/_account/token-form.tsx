'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { scopes } from '@/lib/access/viewer'
import { ask, type ToldProblem } from '../_ui/ask'
import { useAlive } from '../_ui/use-alive'

const days = [7, 30, 90, 365] as const
const field = 'w-full rounded border border-line-strong bg-surface px-3 py-2 text-ink'

/** Makes a token and shows its text, which nobody will be shown again. */
export function TokenForm() {
  const t = useTranslations('token')
  const router = useRouter()
  const alive = useAlive()
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Pick<ToldProblem, 'code' | 'message'>[]>([])

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    setBusy(true)
    const answer = await ask<{ text: string }>('/api/account/tokens', 'POST', {
      name: typed.get('name'),
      scopes: typed.getAll('scope'),
      days: Number(typed.get('days')),
      password: typed.get('password'),
    })
    setBusy(false)
    if (!answer.ok) {
      const unreachable = { code: 'unreachable', message: t('failed') }
      return setProblems(answer.why === 'refused' ? answer.problems : [unreachable])
    }
    form.reset()
    setProblems([])
    setText(answer.value.text)
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void make(event)} className="grid gap-3 rounded border border-line p-4">
      <h3 className="font-semibold">{t('make')}</h3>
      <div role="alert" className="text-danger empty:hidden">
        {problems.map(({ code, message }) => (
          <p key={code}>{message}</p>
        ))}
      </div>
      <label className="grid gap-1">
        <span className="font-medium">{t('name')}</span>
        <input name="name" required maxLength={100} dir="auto" autoComplete="off" className={field} />
        <span className="text-muted text-sm">{t('name-help')}</span>
      </label>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">{t('scopes')}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="flex items-start gap-2">
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked={scope === 'read'}
              className="mt-1.5"
            />
            <span>
              {t(`scope.${scope}`)} <span className="text-muted text-sm">{t(`scope-help.${scope}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="grid gap-1">
        <span className="font-medium">{t('days')}</span>
        <select name="days" defaultValue={30} className={field}>
          {days.map((count) => (
            <option key={count} value={count}>
              {t('days-count', { count })}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="font-medium">{t('password')}</span>
        <input
          name="password"
          type="password"
          required
          dir="ltr"
          autoComplete="current-password"
          className={field}
        />
      </label>
      <button
        type="submit"
        disabled={!alive || busy}
        className="justify-self-start rounded bg-accent px-4 py-2 font-medium text-accent-ink disabled:opacity-60"
      >
        {t('make')}
      </button>
      {text !== null && (
        <div role="status" className="grid gap-1 rounded border border-accent bg-accent-soft p-3">
          <label htmlFor={id} className="font-medium">
            {t('made')}
          </label>
          <input
            id={id}
            readOnly
            dir="ltr"
            value={text}
            onFocus={(event) => event.currentTarget.select()}
            className={`${field} font-mono text-sm`}
          />
        </div>
      )}
    </form>
  )
}
