'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, useEffect, useMemo, useReducer, useState } from 'react'
import type { ToldProblem } from '../../_ui/ask'
import type { SavedIncident } from './api'
import { BottomBar } from './bottom-bar'
import { ComparePanel } from './compare-panel'
import { buttonLook, fieldId } from './field'
import type { FormEpisode, FormIncident, LogDocument } from './form-types'
import { IncidentForm } from './incident-form'
import { IncidentTabs } from './incident-tabs'
import { forgetDraft } from './kept-draft'
import { liveEpisodes, liveFigures } from './live-figures'
import { loadLog } from './load-log'
import { LogProvider } from './log-context'
import { currentIncident, logState } from './log-state'
import { ProblemSummary } from './problem-summary'
import { ReportPanel } from './report-panel'
import { useFocusLater } from './use-focus-later'
import { useLeaveQuestion } from './use-leave-question'
import { useLogKeys } from './use-log-keys'
import { useRecorded } from './use-recorded'
import { useRecording } from './use-recording'
import { useSaving } from './use-saving'

/** A draft as it was opened. */
export interface OpenedDraft {
  id: string
  document: LogDocument
  /** Version of the server's copy; null where there is none. */
  version: number | null
  /** The save that this browser sent last, as far as it remembers one. */
  sent?: string | undefined
  /** Whether the server lacks what stands here. */
  unsaved: boolean
}

interface LogFormProps {
  opened: OpenedDraft
  onSaved: (saved: SavedIncident[], document: LogDocument) => void
  /** Goes on with `document` as a draft of its own. */
  onFork: (document: LogDocument) => void
}

const unsafe = new Set(['waiting', 'saving', 'offline', 'unkept', 'stale', 'refused'])

/** The whole form of one draft: the report at the start side, its incidents at the end side, what stands below. */
export function LogForm({ opened, onSaved, onFork }: LogFormProps) {
  const t = useTranslations('log')
  const [{ document: draft }, dispatch] = useReducer(logState, { document: opened.document, before: [] })
  const [open, setOpenNow] = useState<{ claim: string | null; statement: string | null }>({
    claim: null,
    statement: null,
  })
  const setOpen = (change: Partial<typeof open>) => setOpenNow((now) => ({ ...now, ...change }))
  const [ticked, setTicked] = useState<string[]>([])
  const [notice, setNotice] = useState('')
  const [help, setHelp] = useState('')
  const [keysShown, setKeysShown] = useState(false)
  const focus = useFocusLater()
  const saving = useSaving(opened.id, draft, opened)
  const { recording, record, dismiss } = useRecording(
    opened.id,
    (saved) => {
      saving.stop()
      forgetDraft(opened.id)
      onSaved(saved, draft)
    },
    ({ actors, places }) => {
      for (const actor of actors) dispatch({ do: 'meet', actor })
      for (const place of places) dispatch({ do: 'visit', place })
    },
  )
  useLeaveQuestion(unsafe.has(saving.state.name), t('leave'))
  useAddress(opened.id, saving.state.name !== 'untouched')
  const incident = currentIncident(draft)
  const recorded = useRecorded(draft.log)
  const { statements, reports } = draft.log
  const live = useMemo(() => liveFigures(incident, statements, reports), [incident, statements, reports])
  const together = useMemo(() => liveEpisodes(draft.log, incident, recorded), [draft.log, incident, recorded])
  // The notice offers to undo what was last done; once something else is done it would undo that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft ends the offer
  useEffect(() => () => setNotice(''), [draft])

  const save = () => void record(draft.log)
  const { addClaim, addStatement, openConflict } = useLogKeys({
    document: draft,
    dispatch,
    ticked,
    untick: () => setTicked([]),
    setOpen,
    focus,
    save,
    toggleHelp: () => setKeysShown((shown) => !shown),
  })
  const attach = async (code: string) => {
    const loaded = await loadLog(code)
    if (typeof loaded === 'string') return setNotice(t(`attach.${loaded}`))
    dispatch({ do: 'attach', key: incident.key, loaded })
    focus(fieldId(`incidents.${draft.log.incidents.indexOf(incident)}.kind`))
  }
  const goTo = (path: ToldProblem['path']) => {
    const [list, index, part, number] = path
    const owner = list === 'incidents' || list === 'episodes' ? draft.log[list][Number(index)] : undefined
    if (owner) dispatch({ do: 'show-incident', key: shownWith(draft, owner) })
    const claim = part === 'claims' ? Number(number) : 0
    if (owner && (part === 'claims' || list === 'episodes'))
      setOpen({ claim: owner.claims[claim]?.key ?? null })
    if (list === 'statements') setOpen({ statement: draft.log.statements[Number(index)]?.key ?? null })
    focus(fieldId(path.join('.')))
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => setHelp(helpOf(event.target))
  const told = recording.name === 'refused' || recording.name === 'duplicate' ? recording : null

  return (
    <LogProvider
      document={draft}
      dispatch={dispatch}
      recorded={recorded}
      problems={told?.problems ?? []}
      open={open}
      setOpen={setOpen}
      focus={focus}
      tell={setNotice}
    >
      <div
        onFocusCapture={onFocus}
        className="mx-auto grid max-w-[100rem] gap-3 px-3 pt-2 pb-32 lg:grid-cols-[minmax(20rem,2fr)_3fr]"
      >
        <ReportPanel />
        <div className="flex min-w-0 flex-col gap-3">
          {saving.state.name === 'stale' && (
            <ComparePanel
              mine={draft.log}
              theirs={saving.state.newer.log}
              onKeepApart={() => {
                saving.stop()
                forgetDraft(opened.id)
                onFork(draft)
              }}
              onChosen={(log) => {
                if (saving.state.name === 'stale') saving.goOnFrom(saving.state.version)
                dispatch({ do: 'merge', document: { ...draft, log } })
              }}
            />
          )}
          {recording.name === 'stale' && (
            <ComparePanel
              mine={draft.log}
              theirs={recording.theirs}
              onKeepApart={dismiss}
              onChosen={(log) => {
                dispatch({ do: 'merge', document: { ...draft, log } })
                dismiss()
              }}
            />
          )}
          {told && (
            <ProblemSummary title={told.title} problems={told.problems} onGo={goTo}>
              {recording.name === 'duplicate' && (
                <button type="button" className={buttonLook} onClick={() => void record(draft.log, true)}>
                  {t('save-anyway')}
                </button>
              )}
            </ProblemSummary>
          )}
          <IncidentTabs />
          <IncidentForm
            live={live}
            together={together}
            ticked={ticked}
            onTick={(key, is) =>
              setTicked((now) => (is ? [...now, key] : now.filter((other) => other !== key)))
            }
            onAddClaim={addClaim}
            onAddStatement={addStatement}
            onOpenConflict={openConflict}
            onAttach={(code) => void attach(code)}
          />
        </div>
      </div>
      <BottomBar
        saving={saving.state}
        recording={recording.name}
        figures={live.figures}
        help={help}
        notice={notice}
        onUndo={() => dispatch({ do: 'undo' })}
        keysShown={keysShown}
        onKeysShown={setKeysShown}
        onSave={save}
      />
    </LogProvider>
  )
}

/** An episode's claims are shown with each of its incidents. */
function shownWith({ log, current }: LogDocument, owner: FormIncident | FormEpisode): string {
  if (!('incidents' in owner)) return owner.key
  const shown = log.incidents.filter(({ key }) => owner.incidents.includes(key)).map(({ key }) => key)
  return shown.includes(current) ? current : (shown[0] ?? current)
}

/** What belongs in the field that has the focus. */
function helpOf(target: EventTarget): string {
  const ids = target instanceof Element ? (target.getAttribute('aria-describedby') ?? '') : ''
  const help = ids
    .split(' ')
    .map((id) => document.getElementById(id))
    .find((element) => element?.dataset.help !== undefined)
  return help?.textContent ?? ''
}

/** Puts the draft into the address once there is something to come back to. */
function useAddress(id: string, worthIt: boolean): void {
  useEffect(() => {
    if (worthIt) window.history.replaceState(null, '', `/log?draft=${id}`)
  }, [id, worthIt])
}
