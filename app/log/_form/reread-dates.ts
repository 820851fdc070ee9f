import type { When } from '@/lib/incident/when'
import { readWhen } from '@/lib/text/dates'
import type { LogDocument } from './form-types'

/** Name under which the typed words of an incident's date are kept. */
export const whenField = (incident: string) => `when:${incident}`
export const publishedField = (report: string) => `published:${report}`
export const saidField = (statement: string) => `said:${statement}`

/** A single day as typed ("30/7/2017", "أمس"), or null: what a publication or an utterance has. */
export function readDay(text: string, countedFrom: string | null): string | null {
  const read = readWhen(text, { countedFrom })
  if ('problem' in read) return null
  return read.when.start === read.when.end ? read.when.start : null
}

/** What an incident's typed date means, counted from the publication date. */
export function readTyped(text: string, countedFrom: string | null): When | null {
  const read = readWhen(text, { countedFrom })
  return 'problem' in read ? null : read.when
}

/**
 * The draft once its report has another publication date: whatever was typed as "yesterday, Saturday" is counted anew.
 * Dates that were corrected by hand have no typed words any more and stay.
 */
export function rereadDates(document: LogDocument, publishedOn: string | null): LogDocument {
  const { log, typed } = document
  const incidents = log.incidents.map((incident) => {
    const text = typed[whenField(incident.key)]
    return text ? { ...incident, when: readTyped(text, publishedOn) } : incident
  })
  const statements = log.statements.map((statement) => {
    const text = typed[saidField(statement.key)]
    return text ? { ...statement, saidOn: readDay(text, publishedOn) } : statement
  })
  return { ...document, log: { ...log, incidents, statements } }
}
