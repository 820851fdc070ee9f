import { describe, expect, it } from 'vitest'
import { blankCasualties, blankClaim, blankIncident, blankLog, blankStatement } from './blank'
import { differences, withTheirs } from './compare-logs'
import type { FormLog } from './form-types'

const log = (title: string, quotes: Record<string, string>, version = 1): FormLog => ({
  ...blankLog('en'),
  incidents: [
    {
      ...blankIncident('incident-1'),
      version,
      title: { ar: null, en: title },
      claims: Object.entries(quotes).map(([key, quote]) => ({
        ...blankClaim(key, 'statement-1', null),
        quote,
      })),
    },
  ],
})

const mine = log('Mine', { 'claim-1': 'four killed', 'claim-2': 'only mine' })
const theirs = log('Theirs', { 'claim-1': 'five killed', 'claim-3': 'only theirs' }, 2)
const ids = differences(mine, theirs).map(({ id }) => id)

describe('two states of a log', () => {
  it('differ by field and by claim, not by version', () => {
    expect(ids).toEqual([
      'incidents/incident-1/title',
      'incidents/incident-1/claims/claim-1',
      'incidents/incident-1/claims/claim-2',
      'incidents/incident-1/claims/claim-3',
    ])
    expect(differences(mine, mine)).toEqual([])
  })

  it('differ in nothing where only the order of the parts differs', () => {
    const turned = (value: object): object =>
      Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, part]) => [
            name,
            part && typeof part === 'object' && !Array.isArray(part) ? turned(part) : part,
          ]),
      )
    const [incident] = mine.incidents
    if (!incident) throw new Error('no incident')
    const same = {
      ...mine,
      incidents: [{ ...incident, claims: incident.claims.map((claim) => turned(claim)) }],
    }
    expect(differences(mine, same as FormLog)).toEqual([])
  })

  it('give mine on their version where nothing of theirs is chosen', () => {
    const merged = withTheirs(mine, theirs, new Set())
    expect(merged).toEqual({ ...mine, incidents: [{ ...mine.incidents[0], version: 2 }] })
  })

  it('give theirs where all of theirs is chosen', () => {
    expect(differences(withTheirs(mine, theirs, new Set(ids)), theirs)).toEqual([])
  })

  it('mix by choice', () => {
    const merged = withTheirs(mine, theirs, new Set(['incidents/incident-1/claims/claim-3']))
    expect(merged.incidents[0]?.title.en).toBe('Mine')
    expect(merged.incidents[0]?.claims.map(({ key }) => key)).toEqual(['claim-1', 'claim-2', 'claim-3'])
  })

  it('tell whole what only one side has, and bring along what a chosen claim needs', () => {
    const [incident] = theirs.incidents
    if (!incident) throw new Error('no incident')
    const more: FormLog = {
      ...theirs,
      statements: [...theirs.statements, blankStatement('t9', 'report-1')],
      incidents: [
        {
          ...incident,
          parties: [{ key: 'p7', actorId: 7, part: 'target' }],
          claims: [
            ...incident.claims,
            { ...blankClaim('c9', 't9', null), says: { ...blankCasualties, party: 'p7' }, denies: 'claim-3' },
          ],
        },
      ],
    }
    expect(differences(mine, more).map(({ id }) => id)).toContain('statements/t9')
    const merged = withTheirs(mine, more, new Set(['incidents/incident-1/claims/c9']))
    expect(merged.statements.map(({ key }) => key)).toEqual(['statement-1', 't9'])
    expect(merged.incidents[0]?.parties.map(({ key }) => key)).toEqual(['p7'])
    expect(merged.incidents[0]?.claims.at(-1)?.denies).toBeNull()
  })
})
