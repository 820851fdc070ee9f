import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Visibility } from '@/lib/incident/lists'
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
  const [sending, setSending] = useState<Sending | null>(null)
  const [sent, setSent] = useState(0)
  const query = new URLSearchParams({
    visibility: told.visibility,
    ...(told.report && { report: told.report }),
  })
  const send = async (files: File[]) => {
    if (files.length === 0 || sending) return
    setSent(0)
    const troubles: string[] = []
    for (const file of files) {
      setSending({ name: file.name, part: 0 })
      const answer = await sendFile(`/api/incidents/${code}/evidence?${query}`, file, (part) =>
        setSending({ name: file.name, part }),
      )
      if (answer.ok) setSent((n) => n + 1)
      else troubles.push(`\u2068${file.name}\u2069: ${troubleOf(answer, t('unreachable'))}`)
    }
    await onAdded()
    setSending(null)
    onTrouble(troubles.join('\n'))
  }
  return { sending, sent, send }
}
