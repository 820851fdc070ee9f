'use client'

import type { Dispatch } from 'react'
import { blankClaim } from './blank'
import { quoteId } from './claim-editor'
import { withConflict } from './conflict-sets'
import { fieldId } from './field'
import type { LogDocument } from './form-types'
import { guessedClaim } from './guessed-claim'
import { linkBoxPath } from './links'
import { currentIncident, type LogAction, nextKeys } from './log-state'
import { partyBoxPath } from './parties'
import { quotedWords } from './quoted-words'
import { withSite } from './sites'
import { useShortcuts } from './use-shortcuts'

interface KeysOf {
  document: LogDocument
  dispatch: Dispatch<LogAction>
  ticked: readonly string[]
  untick: () => void
  setOpen: (open: Partial<{ claim: string | null; statement: string | null }>) => void
  focus: (id: string) => void
  save: () => void
  toggleHelp: () => void
}

/** What the keys and the buttons of the same meaning do; the focus goes where the next thing is typed. */
export function useLogKeys({ document, dispatch, ticked, untick, setOpen, focus, save, toggleHelp }: KeysOf) {
  const { log } = document
  const incident = currentIncident(document)
  const at = `incidents.${log.incidents.indexOf(incident)}`
  const kindId = (index: number) => fieldId(`incidents.${index}.kind`)

  const addClaim = (statement: string = document.statement) => {
    const key = nextKeys.claim(document)
    const quote = quotedWords()
    const blank = blankClaim(key, statement, log.reports.at(-1)?.key ?? null)
    const start = { statement, quote: quote || null, ...guessedClaim(quote, blank, incident) }
    dispatch({ do: 'add-claim', incident: incident.key, key, start })
    dispatch({ do: 'choose-statement', key: statement })
    setOpen({ claim: key })
    focus(quoteId(at, incident.claims.length))
  }
  const addStatement = () => {
    const key = nextKeys.statement(document)
    dispatch({ do: 'add-statement', key, report: log.reports.at(-1)?.key ?? '' })
    setOpen({ statement: key })
    focus(fieldId(`statements.${log.statements.length}.actorId`))
  }
  const openConflict = () => {
    if (ticked.length < 2) return
    dispatch({ do: 'change-incident', key: incident.key, change: withConflict(incident, ticked), step: true })
    untick()
    focus(fieldId(`${at}.conflictSets.${incident.conflictSets.length}.question`))
  }
  const show = (step: number) => {
    const index = (log.incidents.indexOf(incident) + step + log.incidents.length) % log.incidents.length
    const next = log.incidents[index]
    if (!next) return
    dispatch({ do: 'show-incident', key: next.key })
    focus(kindId(index))
  }
  useShortcuts({
    claim: () => addClaim(),
    statement: addStatement,
    report: () => focus(fieldId(`reports.${log.reports.length - 1}.text`)),
    incident: () => {
      dispatch({ do: 'add-incident', key: nextKeys.incident(document) })
      focus(kindId(log.incidents.length))
    },
    next: () => show(1),
    previous: () => show(-1),
    what: () => focus(fieldId(`${at}.kind`)),
    party: () => focus(fieldId(partyBoxPath)),
    site: () => {
      dispatch({ do: 'change-incident', key: incident.key, change: (now) => ({ where: withSite(now) }) })
      focus(fieldId(`${at}.where.sites.${incident.where.sites.length}.name`))
    },
    conflict: openConflict,
    link: () => focus(fieldId(linkBoxPath)),
    undo: () => dispatch({ do: 'undo' }),
    help: toggleHelp,
    save,
  })
  return { addClaim, addStatement, openConflict }
}
