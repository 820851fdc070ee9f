'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { type Answer, ask } from '@/app/_ui/ask'
import type { Visibility } from '@/lib/incident/lists'
import type { EvidenceList } from '@/lib/report/evidence'
import { AddEvidence, type ReportName } from './add-evidence'
import { EvidenceItem } from './evidence-item'
import { troubleOf } from './trouble'

interface Props {
  code: string
  given: EvidenceList
  reports: ReportName[]
}

/** The evidence of an incident, as it was when the page came and as it is changed here. */
export function EvidencePanel({ code, given, reports }: Props) {
  const t = useTranslations('evidence')
  const [{ evidence, mayAdd }, setList] = useState(given)
  const [removed, setRemoved] = useState<{ code: string; name: string } | null>(null)
  const [trouble, setTrouble] = useState('')
  const list = useRef<HTMLUListElement>(null)

  const took = (answer: Answer<unknown>): boolean => {
    setTrouble(answer.ok ? '' : troubleOf(answer, t('unreachable')))
    return answer.ok
  }
  const reload = async () => {
    const answer = await ask<EvidenceList>(`/api/incidents/${code}/evidence`)
    if (took(answer) && answer.ok) setList(answer.value)
  }
  const change = async (path: string, method: string, body: object) => {
    const done = took(await ask(`/api/evidence/${path}`, method, body))
    if (done) await reload()
    return done
  }
  const remove = async (id: string, version: number, name: string) => {
    if (await change(id, 'DELETE', { version })) setRemoved({ code: id, name })
  }
  const restore = async (id: string) => {
    if (!(await change(`${id}/restore`, 'POST', {}))) return
    setRemoved(null)
    list.current?.focus() // the button that was pressed is gone
  }
  return (
    <div className="grid gap-3">
      {evidence.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul ref={list} tabIndex={-1} className="grid gap-3 outline-none empty:hidden">
        {evidence.map((one, at) => (
          <EvidenceItem
            key={one.code}
            evidence={one}
            n={at + 1}
            outlet={reports.find(({ key }) => key === one.report)?.outlet ?? null}
            onShow={(visibility: Visibility) =>
              void change(one.code, 'PATCH', { version: one.version, visibility })
            }
            onRemove={(name) => void remove(one.code, one.version, name)}
          />
        ))}
      </ul>
      {removed && (
        <p
          role="status"
          className="flex flex-wrap items-center gap-2 rounded bg-warn-soft px-3 py-1.5 text-warn"
        >
          <span>{t.rich('removed', { name: removed.name, b: (name) => <bdi>{name}</bdi> })}</span>
          <button
            type="button"
            // The button that was pressed is gone: who works by keyboard goes on here.
            ref={(button) => button?.focus()}
            onClick={() => void restore(removed.code)}
            className="font-semibold underline"
          >
            {t('undo')}
          </button>
        </p>
      )}
      {trouble && (
        <p role="alert" className="whitespace-pre-line text-danger">
          {trouble}
        </p>
      )}
      {mayAdd && <AddEvidence code={code} reports={reports} onAdded={reload} onTrouble={setTrouble} />}
    </div>
  )
}
