'use client'

import { useTranslations } from 'next-intl'
import { type DragEvent, useState } from 'react'
import { WhenAlive } from '@/app/_ui/when-alive'
import { fileTypes } from '@/lib/formats/file-type'
import type { Visibility } from '@/lib/incident/lists'
import { useSending } from './use-sending'
import { selectLook, VisibilityChoice } from './visibility-choice'

/** A report that evidence can hang on. */
export interface ReportName {
  key: string
  outlet: string
}

interface Props {
  code: string
  reports: ReportName[]
  onAdded: () => Promise<void>
  onTrouble: (trouble: string) => void
}

/** Takes files by choice, by drop and by paste, and sends them one after the other. */
export function AddEvidence({ code, reports, onAdded, onTrouble }: Props) {
  const t = useTranslations('evidence')
  const [visibility, setVisibility] = useState<Visibility>('team')
  const [report, setReport] = useState('')
  const [over, setOver] = useState(false)
  const { sending, sent, send } = useSending(code, { visibility, report }, onAdded, onTrouble)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send([...event.dataTransfer.files])
  }
  return (
    <WhenAlive>
      <form
        aria-label={t('add')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={(event) => void send([...event.clipboardData.files])}
        className={`grid gap-2 rounded-lg border border-dashed p-3 print:hidden ${over ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
      >
        <div className="flex flex-wrap items-end gap-3">
          <label className="cursor-pointer rounded border border-line-strong bg-surface px-3 py-1.5 outline-accent focus-within:outline-2 focus-within:outline-offset-2 hover:bg-sunken">
            {t('add')}
            <input
              type="file"
              multiple
              accept={fileTypes.join(',')}
              aria-describedby="evidence-help"
              disabled={sending !== null}
              onChange={({ target }) => {
                void send([...(target.files ?? [])])
                target.value = ''
              }}
              className="sr-only"
            />
          </label>
          <VisibilityChoice value={visibility} label={t('shown-to')} onChange={setVisibility} />
          {reports.length > 0 && (
            <label className="grid min-w-0 gap-0.5 text-sm">
              <span className="text-muted">{t('hangs-on')}</span>
              <select
                value={report}
                onChange={({ target }) => setReport(target.value)}
                className={selectLook}
              >
                <option value="">{t('this-incident')}</option>
                {reports.map(({ key, outlet }) => (
                  <option key={key} value={key}>
                    {t('of-report', { outlet })}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <p id="evidence-help" className="text-muted text-sm">
          {t('add-help')} {t('original-note')}
        </p>
        {sending && (
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <bdi>{sending.name}</bdi>
            <progress aria-label={t('sending', { name: sending.name })} value={sending.part} max={1} />
          </p>
        )}
        <p role="status" className="text-sm empty:hidden">
          {sent > 0 && !sending ? t('sent', { n: sent }) : ''}
        </p>
      </form>
    </WhenAlive>
  )
}
