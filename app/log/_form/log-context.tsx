'use client'

import { createContext, type Dispatch, type ReactNode, use } from 'react'
import type { ToldProblem } from '../../_ui/ask'
import type { FormIncident, FormReport, LogDocument } from './form-types'
import { currentIncident, type IncidentChange, type LogAction } from './log-state'
import type { Recorded } from './use-recorded'

interface LogForm {
  document: LogDocument
  incident: FormIncident
  /** Where the incident stands in the log, as problems' paths name it. */
  at: string
  /** The report being read: the one added last. */
  report: FormReport
  dispatch: Dispatch<LogAction>
  /** Changes the incident shown; as a `step` it is undone by itself. */
  change: (change: IncidentChange, step?: boolean) => void
  /** Incidents already there that the log's episodes join, by code. */
  recorded: Recorded
  problems: readonly ToldProblem[]
  /** Keys of the claim and the statement that stand open for editing. */
  open: { claim: string | null; statement: string | null }
  setOpen: (open: Partial<{ claim: string | null; statement: string | null }>) => void
  /** Moves the focus to an element by its id once what was asked for is drawn. */
  focus: (id: string) => void
  /** Says something to whoever hears the page, and offers to undo it. */
  tell: (message: string) => void
}

const context = createContext<LogForm | null>(null)

type Given = Omit<LogForm, 'incident' | 'at' | 'report' | 'change'>

export function LogProvider({ children, ...given }: Given & { children: ReactNode }) {
  const { document, dispatch } = given
  const incident = currentIncident(document)
  const report = document.log.reports.at(-1)
  if (!report) throw new Error('a draft without a report')
  const change = (changes: IncidentChange, step = false) =>
    dispatch({ do: 'change-incident', key: incident.key, change: changes, step })
  const at = `incidents.${document.log.incidents.indexOf(incident)}`
  return <context.Provider value={{ ...given, incident, report, change, at }}>{children}</context.Provider>
}

/** The draft and what can be done to it; only inside the log form. */
export function useLog(): LogForm {
  const log = use(context)
  if (!log) throw new Error('useLog stands outside the log form')
  return log
}
