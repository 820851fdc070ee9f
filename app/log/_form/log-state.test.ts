import { describe, expect, it } from 'vitest'
import { blankCasualties, blankDocument, blankIncident, blankLog, blankReport } from './blank'
import { currentIncident, type LogAction, type LogState, logState, nextKeys } from './log-state'

const start: LogState = { document: blankDocument('ar'), before: [] }
const first = { incident: 'incident-1' }
const acting = (...actions: LogAction[]) => actions.reduce(logState, start)
const killed = (party: string | null) => ({ says: { ...blankCasualties, party, point: 4 } })

const withTwoClaims = acting(
  {
    do: 'change-incident',
    key: 'incident-1',
    change: { parties: [{ key: 'p1', actorId: 7, part: 'target' }] },
  },
  { do: 'add-claim', incident: 'incident-1', key: 'c1', start: killed('p1') },
  { do: 'add-claim', incident: 'incident-1', key: 'c2', start: { denies: 'c1' } },
  {
    do: 'change-incident',
    key: 'incident-1',
    change: {
      conflictSets: [
        {
          key: 'x1',
          question: null,
          alternatives: [
            { key: 'a1', name: null, claims: ['c1'] },
            { key: 'a2', name: null, claims: ['c2'] },
          ],
          decided: 'a1',
          decidedWhy: null,
        },
      ],
    },
  },
)

describe('the draft', () => {
  it('gives a new claim the statement chosen last and the latest report', () => {
    const { document } = acting(
      { do: 'add-statement', key: 'statement-2', report: 'report-1' },
      { do: 'add-claim', incident: 'incident-1', key: 'c1', start: { quote: 'قتل أربعة' } },
    )
    expect(currentIncident(document).claims[0]).toMatchObject({
      statement: 'statement-2',
      report: 'report-1',
      quote: 'قتل أربعة',
    })
  })

  it('shows the incident added last', () => {
    expect(acting({ do: 'add-incident', key: 'incident-2' }).document.current).toBe('incident-2')
  })

  it('takes a removed claim out of conflict sets and denials', () => {
    const { document } = logState(withTwoClaims, { do: 'remove-claim', of: first, key: 'c1' })
    const { claims, conflictSets } = currentIncident(document)
    expect(claims).toHaveLength(1)
    expect(claims[0]?.denies).toBeNull()
    expect(conflictSets).toEqual([])
  })

  it('keeps the count of a removed party and forgets whose people they were', () => {
    const { document } = logState(withTwoClaims, { do: 'remove-party', incident: 'incident-1', key: 'p1' })
    expect(currentIncident(document).parties).toEqual([])
    expect(currentIncident(document).claims[0]?.says).toMatchObject({ party: null, point: 4 })
  })

  it('removes links to a removed incident, and never the last incident', () => {
    const two = acting(
      { do: 'add-incident', key: 'incident-2' },
      {
        do: 'change-incident',
        key: 'incident-2',
        change: { links: [{ kind: 'context', key: 'incident-1', code: null, note: null }] },
      },
      { do: 'remove-incident', key: 'incident-1' },
    )
    expect(two.document.log.incidents).toEqual([{ ...blankIncident('incident-2') }])
    expect(logState(two, { do: 'remove-incident', key: 'incident-2' })).toBe(two)
  })

  it('removes a statement with its claims', () => {
    const { document } = acting(
      { do: 'add-statement', key: 'statement-2', report: 'report-1' },
      { do: 'add-claim', incident: 'incident-1', key: 'c1', start: {} },
      { do: 'remove-statement', key: 'statement-2' },
    )
    expect(document.statement).toBe('statement-1')
    expect(currentIncident(document).claims).toEqual([])
  })

  it('attaches to what stands when the stored incident has come, and undoes each attaching by itself', () => {
    const log = {
      ...blankLog('ar'),
      reports: [{ ...blankReport('r5', 'ar'), id: 5 }],
      incidents: [{ ...blankIncident('incident'), code: 'LY-2017-7KQ4', version: 3 }],
    }
    const actor = { id: 7, kind: 'rebel-group', country: null, names: { ar: 'المجلس', en: null } }
    const attach: LogAction = {
      do: 'attach',
      key: 'incident-1',
      loaded: { log, actors: [actor], places: [] },
    }
    const typed = acting({ do: 'change-report', key: 'report-1', change: { outlet: 'typed meanwhile' } })
    const { document, before } = logState(typed, attach)
    expect(document.log.reports.map(({ outlet }) => outlet)).toEqual(['', 'typed meanwhile'])
    expect(document.log.incidents).toMatchObject([{ key: 'incident-1', code: 'LY-2017-7KQ4' }])
    expect(document.actors[7]).toEqual(actor)
    const again = logState({ document, before }, { ...attach, loaded: { ...attach.loaded, actors: [] } })
    expect(logState(again, { do: 'undo' }).document).toEqual(document)
    const removed = acting(
      { do: 'add-incident', key: 'incident-2' },
      { do: 'remove-incident', key: 'incident-1' },
    )
    expect(logState(removed, attach).document.log).toEqual(removed.document.log)
  })

  it('undoes a removal, and all typing in one field at once', () => {
    const removed = logState(withTwoClaims, { do: 'remove-claim', of: first, key: 'c1' })
    expect(logState(removed, { do: 'undo' }).document).toEqual(withTwoClaims.document)
    const typed = acting(
      { do: 'change-report', key: 'report-1', change: { outlet: 'ا' } },
      { do: 'change-report', key: 'report-1', change: { outlet: 'ال' } },
    )
    expect(logState(typed, { do: 'undo' }).document).toEqual(start.document)
  })

  it('finds free keys after removals', () => {
    const { document } = logState(withTwoClaims, { do: 'remove-claim', of: first, key: 'c1' })
    expect(nextKeys.claim(document)).toBe('claim-2')
  })

  it('moves a claim to an episode of all incidents, without what tied it to its own, and back', () => {
    const two = logState(withTwoClaims, { do: 'add-incident', key: 'incident-2' })
    const both = { episode: 'episode-1' }
    const moved = logState(two, { do: 'move-claim', of: first, key: 'c1', to: both })
    const { incidents, episodes } = moved.document.log
    expect(incidents[0]).toMatchObject({ claims: [{ key: 'c2', denies: null }], conflictSets: [] })
    expect(episodes).toMatchObject([
      { incidents: ['incident-1', 'incident-2'], claims: [{ key: 'c1', says: { party: null, point: 4 } }] },
    ])
    expect(logState(moved, { do: 'undo' }).document).toEqual(two.document)
    const back = logState(moved, { do: 'move-claim', of: both, key: 'c1', to: first })
    expect(back.document.log.episodes).toEqual([])
    expect(currentIncident({ ...back.document, current: 'incident-1' }).claims).toHaveLength(2)
  })

  it('takes incidents into an episode and out of it, and out with the incident itself', () => {
    const two = logState(withTwoClaims, { do: 'add-incident', key: 'incident-2' })
    const both = { episode: 'episode-1' }
    const moved = logState(two, { do: 'move-claim', of: first, key: 'c1', to: both })
    const join = (incident: string, joins: boolean): LogAction => ({
      do: 'join-incident',
      episode: 'episode-1',
      incident,
      joins,
    })
    const joined = logState(logState(moved, join('LY-2017-7KQ4', true)), join('incident-1', false))
    expect(joined.document.log.episodes[0]?.incidents).toEqual(['incident-2', 'LY-2017-7KQ4'])
    const removed = logState(joined, { do: 'remove-incident', key: 'incident-2' })
    expect(removed.document.log.episodes[0]?.incidents).toEqual(['LY-2017-7KQ4'])
  })

  it('removes a statement from episodes too', () => {
    const { document } = acting(
      { do: 'add-statement', key: 'statement-2', report: 'report-1' },
      { do: 'add-claim', incident: 'incident-1', key: 'c1', start: {} },
      { do: 'move-claim', of: first, key: 'c1', to: { episode: 'episode-1' } },
      { do: 'remove-statement', key: 'statement-2' },
    )
    expect(document.log.episodes).toEqual([])
  })

  it('undoes one step at a time where the same part of the incident changes twice', () => {
    const change = (note: string): LogAction => ({
      do: 'change-incident',
      key: 'incident-1',
      change: { note },
      step: true,
    })
    const undone = logState(acting(change('one'), change('two')), { do: 'undo' })
    expect(currentIncident(undone.document).note).toBe('one')
  })
})
