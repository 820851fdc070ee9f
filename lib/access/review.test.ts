import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Status, statuses } from '@/lib/incident/lists'
import {
  afterChange,
  afterStep,
  canTake,
  type ReviewStep,
  reviewSteps,
  stepRules,
} from '@/lib/incident/review'
import { type AuthoredIncident, authorName, isAuthor, mayChange, mayTake, stepsFor } from './review'
import { roles } from './roles'
import type { Member } from './viewer'

const person = (id: string, role: Member['role']): Member => ({
  kind: 'member',
  id,
  name: id,
  role,
  scopes: null,
})

const incidentAt = (status: Status, more: Partial<AuthoredIncident> = {}): AuthoredIncident => ({
  status,
  unverifiedChange: false,
  createdBy: 'amal',
  authors: ['amal'],
  ...more,
})

/** Written by hand from the decision of 2026-11-23, not from the rules: every way there is. */
const ways: [ReviewStep, Status, Status][] = [
  ['submit', 'draft', 'in-review'],
  ['verify', 'in-review', 'verified'],
  ['publish', 'verified', 'published'],
  ['return', 'in-review', 'draft'],
  ['return', 'verified', 'draft'],
  ['reject', 'draft', 'rejected'],
  ['reject', 'in-review', 'rejected'],
  ['reject', 'verified', 'rejected'],
  ['withdraw', 'published', 'withdrawn'],
  ['reopen', 'rejected', 'draft'],
  ['reopen', 'withdrawn', 'draft'],
]

test('these are all the ways from one status to another', () => {
  const there = reviewSteps.flatMap((step) =>
    statuses
      .filter((status) => canTake(step, { status, unverifiedChange: false }))
      .map((status) => [step, status, stepRules[step].to]),
  )
  expect(there).toHaveLength(ways.length)
  expect(there).toEqual(expect.arrayContaining(ways))
})

test('what was published and then changed can be verified anew where it stands', () => {
  expect(canTake('confirm', { status: 'published', unverifiedChange: true })).toBe(true)
  expect(afterStep('confirm')).toEqual({ status: 'published', unverifiedChange: false })
})

test('a change takes what was verified back into review, and marks what is published', () => {
  const after = (status: Status) => afterChange({ status, unverifiedChange: false })
  expect(after('verified')).toEqual({ status: 'in-review', unverifiedChange: false })
  expect(after('published')).toEqual({ status: 'published', unverifiedChange: true })
  for (const status of ['draft', 'in-review', 'rejected', 'withdrawn'] as const)
    expect(after(status)).toEqual({ status, unverifiedChange: false })
})

const reviewing: ReviewStep[] = ['verify', 'publish', 'confirm', 'return', 'reject', 'withdraw', 'reopen']

describe('who may take a step', () => {
  const rows: [Member['role'], ReviewStep[]][] = [
    ['reader', []],
    ['contributor', []],
    ['analyst', ['submit']],
    ['reviewer', ['submit', ...reviewing]],
    ['administrator', ['submit', ...reviewing]],
  ]
  it.each(rows)('%s of somebody else’s: %j', (role, expected) => {
    const asker = person('bahi', role)
    const may = reviewSteps.filter((step) => mayTake(asker, step, incidentAt('draft'), { fourEyes: true }))
    expect(new Set(may)).toEqual(new Set(expected))
  })

  it('a contributor submits their own', () => {
    const own = mayTake(person('amal', 'contributor'), 'submit', incidentAt('draft'), { fourEyes: true })
    expect(own).toBe(true)
  })

  it('a token without the scope reviews nothing', () => {
    const token: Member = { ...person('bahi', 'reviewer'), scopes: ['read', 'record'] }
    for (const step of reviewing)
      expect(mayTake(token, step, incidentAt('in-review'), { fourEyes: false })).toBe(false)
  })

  it('nobody verifies their own under four eyes, and anybody who reviews does without', () => {
    const own = person('amal', 'reviewer')
    for (const step of ['verify', 'confirm'] as const) {
      expect(mayTake(own, step, incidentAt('in-review'), { fourEyes: true })).toBe(false)
      expect(mayTake(own, step, incidentAt('in-review'), { fourEyes: false })).toBe(true)
    }
  })
})

describe('who may change an incident', () => {
  const rows: [Member['role'], Status[]][] = [
    ['reader', []],
    ['contributor', []],
    ['analyst', ['draft', 'in-review']],
    ['reviewer', [...statuses]],
    ['administrator', [...statuses]],
  ]
  it.each(rows)('%s: %j', (role, expected) => {
    const asker = person('bahi', role)
    expect(statuses.filter((status) => mayChange(asker, incidentAt(status)))).toEqual(expected)
  })

  it('a contributor their own drafts only', () => {
    const own = person('amal', 'contributor')
    expect(statuses.filter((status) => mayChange(own, incidentAt(status)))).toEqual(['draft'])
  })
})

type Deed = { who: number; what: ReviewStep | 'change' }

/** What a team does with an incident, deed after deed, each only where it is allowed. */
function lived(deeds: Deed[], fourEyes: boolean) {
  const team = roles.map((role) => person(role, role))
  let incident = incidentAt('draft', { createdBy: 'contributor', authors: ['contributor'] })
  let verifiedBy: string | null = null
  const published: { verifiedBy: string | null; authors: readonly string[] }[] = []
  for (const { who, what } of deeds) {
    const asker = team[who % team.length] as Member
    if (what === 'change') {
      if (!mayChange(asker, incident)) continue
      const authors = [...new Set([...incident.authors, authorName(asker)])]
      incident = { ...incident, ...afterChange(incident), authors }
    } else {
      if (!stepsFor(asker, incident, { fourEyes }).includes(what)) continue
      if (what === 'verify' || what === 'confirm') {
        verifiedBy = asker.id
        published.push({ verifiedBy, authors: incident.authors })
        if (!isAuthor(asker, incident)) incident = { ...incident, authors: ['contributor'] }
      }
      if (what === 'publish') expect(verifiedBy).not.toBeNull()
      incident = { ...incident, ...afterStep(what) }
      if (incident.status === 'draft') verifiedBy = null
    }
    if (incident.status === 'in-review') verifiedBy = null
    if (incident.status === 'published') expect(verifiedBy).not.toBeNull()
  }
  return published
}

const deeds = fc.array(
  fc.record({ who: fc.nat(4), what: fc.constantFrom<Deed['what']>(...reviewSteps, 'change') }),
  { maxLength: 60 },
)

test('nothing is published that was not verified, and under four eyes by nobody who wrote it', () => {
  fc.assert(
    fc.property(deeds, (done) => {
      lived(done, false)
      for (const { verifiedBy, authors } of lived(done, true)) expect(authors).not.toContain(verifiedBy)
    }),
  )
})
