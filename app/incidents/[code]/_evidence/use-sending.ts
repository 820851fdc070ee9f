import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Visibility } from '@/lib/incident/lists'
import { MOST_FILE_BYTES } from '@/lib/report/file-size'
import { sendFile } from './send-file'
import { troubleOf } from './trouble'

interface Sending {
  name: string
  part: number
}

/** Sends files one after the other, and tells which is on its way and how many are kept. */
export function useSending(
  code: string,
  told: { visibility: Visibility; report: string },
  onAdded: () => Promise<void>,
  onTrouble: (trouble: string) => void,
) {
  const t = useTranslations('evidence')
  const problems = useTranslations('problem.code')
  const [sending, setSending] = useState<Sending | null>(null)
  const [sent, setSent] = useState(0)
  const query = new URLSearchParams({
    visibility: told.visibility,
    ...(told.report && { report: told.report }),
  })
  /** What went wrong with the file; null where it is kept. */
  const sendOne = async (file: File): Promise<string | null> => {
    const { name, size } = file
    // The guard before the app would close the connection, and the browser could not say why.
    if (size > MOST_FILE_BYTES)
      return problems('file-too-large', { megabytes: MOST_FILE_BYTES / 1024 / 1024 })
    const path = `/api/incidents/${code}/evidence?${query}`
    const answer = await sendFile(path, file, (part) => setSending({ name, part }))
    return answer.ok ? null : troubleOf(answer, t('unreachable'))
  }
  const send = async (files: File[]) => {
    if (files.length === 0 || sending) return
    setSent(0)
    onTrouble('')
    const troubles: string[] = []
    for (const file of files) {
      setSending({ name: file.name, part: 0 })
      const trouble = await sendOne(file)
      if (trouble === null) setSent((n) => n + 1)
      else troubles.push(`\u2068${file.name}\u2069: ${trouble}`)
    }
    await onAdded()
    setSending(null)
    if (troubles.length > 0) onTrouble(troubles.join('\n'))
  }
  return { sending, sent, send }
}
