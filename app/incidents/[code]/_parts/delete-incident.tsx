'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

type State = 'there' | 'busy' | 'deleted' | 'failed'

/** Deletes at once, since it can be undone at once: no question that one learns to click away. */
export function DeleteIncident({ code, version }: { code: string; version: number }) {
  const t = useTranslations('incident.actions')
  const [state, setState] = useState<State>('there')
  const [trouble, setTrouble] = useState('')
  const ask = async (after: State, path: string, request: RequestInit) => {
    const before = state
    setState('busy')
    try {
      const response = await fetch(path, { ...request, headers: { 'content-type': 'application/json' } })
      if (response.ok) return setState(after)
      setTrouble(await messageOf(response))
    } catch {
      setTrouble('')
    }
    setState(before === 'deleted' ? 'deleted' : 'failed')
  }
  const at = `/api/incidents/${code}`
  const remove = () => ask('deleted', at, { method: 'DELETE', body: JSON.stringify({ version }) })
  const restore = () => ask('there', `${at}/restore`, { method: 'POST', body: '{}' })
  if (state === 'deleted') {
    return (
      <p role="status" className="flex items-center gap-2 rounded bg-warn-soft px-3 py-1.5 text-warn">
        {t('deleted')}
        <button type="button" onClick={() => void restore()} className="font-semibold underline">
          {t('undo')}
        </button>
      </p>
    )
  }
  return (
    <>
      <button
        type="button"
        disabled={state === 'busy'}
        onClick={() => void remove()}
        className="rounded border border-line-strong bg-surface px-3 py-1.5 text-danger hover:bg-danger-soft"
      >
        {t('delete')}
      </button>
      {state === 'failed' && (
        <p role="alert" className="text-danger">
          {trouble || t('failed')}
        </p>
      )}
    </>
  )
}

/** What the server says is wrong, in the reader's language; empty where it says nothing readable. */
async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  const problems = (body as { problems?: { message?: string }[] } | null)?.problems ?? []
  return problems.flatMap(({ message }) => message ?? []).join(' ')
}
