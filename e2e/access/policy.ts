// What every door must answer to whom. One row for each door on disk, and one for each of its acts where it has
// several; a door without a row fails the run, and so does a row without its door.

import { askedOfServer } from '../hostile/requests'
import { personOf } from '../people'
import {
  administers,
  administersPage,
  answersTo,
  anybody,
  changes,
  changesOwn,
  copies,
  finds,
  findsMore,
  findsNothing,
  findsPublished,
  givesReaders,
  guests,
  inPerson,
  inPersonOwn,
  judges,
  type Kind,
  locked,
  looksUp,
  looksUpToRecord,
  mismatches,
  objects,
  type Rule,
  records,
  reveals,
  shows,
  showsHistory,
  showsOriginal,
  showsOwn,
  showsToEdit,
  worksWith,
  worksWithSeveral,
} from './answers'
import { type Other, type Variant, variants, withKeysOf } from './others'
import type { It } from './things'

/** One thing that a door does. */
export interface Act {
  /** What a door of several acts does here. */
  act?: string
  answer: Rule
  /** The objects it is tried with; without them it concerns none. */
  objects?: readonly Kind[]
  /** What is asked of the door, beside the parts of its address: those are filled in by name. */
  query?: (it: It, other: Other) => string
  /** Parts of the address that are not the object's code or draft. */
  parts?: (it: It) => Record<string, string>
  /** A file where it is a text, and else JSON. */
  body?: (it: It, other: Other) => unknown
  headers?: Record<string, string>
  /** What is done to the object before, by SQL with its code as $1. */
  before?: string
  /** It changes its object, so each try needs a new one. */
  spends?: true
  /** It ends the session that asked. */
  endsSession?: true
  /**
   * It names parts of another object, tried with each of these. They are answered alike, so that none of them tells
   * what is there, and nothing of the other changes.
   */
  others?: readonly Variant[]
  /** Whether an answer holds the words of the object, where that is not seen by looking for them. */
  holds?: (text: string, it: It) => boolean
}

const all: readonly Kind[] = objects
const stored: readonly Kind[] = all.filter((kind) => kind !== 'never there')
const owned: readonly Kind[] = ['own draft', 'foreign draft']
const ofEvidence = ({ evidence }: It) => ({ id: evidence })
const ofSession = ({ session }: It) => ({ id: session })
const ofMember = ({ member }: It) => ({ id: member })
const wrongPassword = () => ({ password: 'none of ours, whatever comes' })
const ofToken = ({ token }: It) => ({ id: token })
const remove = 'update incident set deleted_at = now() where code = $1 and deleted_at is null'
const removeEvidence = `update evidence e set deleted_at = now() from incident i where i.id = e.incident_id and i.code = $1`
const ofPdf = { 'content-type': 'application/pdf', 'x-file-name': 'file.pdf' }
const pdf = '%PDF-1.7\ntrailer\n<<>>\n%%EOF\n'

/** Exactly one incident has these words; whoever may not see it counts none. */
const counts = (text: string) => /"incidents":1\b/.test(text)
const countsInCsv = (text: string) => /\btotal\b.*,1,/.test(text)
const matched = (text: string) => /^\[\d+\]$/.test(text)
const search = ({ key }: It) => `?q=${key}`
/** Objects that somebody finds otherwise. */
const shown: readonly Kind[] = ['published', 'own draft', 'for oneself by name']
/** What is protected finds nothing, neither by its words nor by its place. */
const byTruth = ({ truth }: It) => `?q=${truth}`
const bySpot = ({ spot }: It) => `?place=${spot}`
const bySpotName = ({ spotName }: It) => `?q=${spotName}`
const unfound = (more = '', holds?: Act['holds'], ways = [byTruth, bySpot, bySpotName]): Act[] =>
  ways.map((asked) => ({
    act: `by what is protected (${asked.name})`,
    answer: findsNothing(),
    objects: shown,
    query: (it) => asked(it) + more,
    holds,
  }))
/** Incidents and episodes that cannot be seen are named in vain; what is seen may be. */
const unseen: readonly Variant[] = ['hidden', 'absent']
const mixed: readonly Kind[] = ['own draft', 'published']
const version = ({ version }: It) => ({ version })
const ifMatch = { 'if-match': '"1"' }
const inReview = `update incident set status = 'in-review' where code = $1 and status = 'draft'`
const ofComment = ({ comment }: It) => ({ id: comment })
const reviewable: readonly Kind[] = [
  'own draft',
  'foreign draft',
  'for others by name',
  'deleted',
  'never there',
]
const reason = () => ({ why: 'To see whether it is kept apart' })
const someActor = () => ({ names: { en: 'Some actor' }, kind: 'rebel-group' })
const somePlace = ({ registry }: It) => ({
  names: { en: 'A quarter' },
  kind: 'area',
  parentId: registry.town,
})

const mismatchedEdits: readonly Act[] = [
  {
    act: 'an edit with keys of another',
    // They are names of new things.
    answer: changes(201),
    objects: mixed,
    others: variants,
    spends: true,
    body: (it, other) => ({ log: withKeysOf(it, other), anyway: true }),
  },
  {
    act: 'an edit that names what is unseen as its report',
    answer: mismatches(changes(201)),
    objects: mixed,
    others: unseen,
    body: ({ log }, { report: { id } }) => ({
      log: { ...log, reports: log?.reports.map((report, r) => (r === 0 ? { ...report, id } : report)) },
      anyway: true,
    }),
  },
  {
    act: 'an edit that names what is unseen as its statement',
    answer: mismatches(changes(201)),
    objects: mixed,
    others: unseen,
    body: ({ log }, { statement: { id } }) => ({
      log: { ...log, statements: log?.statements.map((one, s) => (s === 0 ? { ...one, id } : one)) },
      anyway: true,
    }),
  },
  {
    act: 'an edit with a link to what is unseen',
    answer: mismatches(changes(201)),
    objects: mixed,
    others: unseen,
    body: ({ log }, { code }) => ({
      log: {
        ...log,
        incidents: log?.incidents.map((incident) => ({ ...incident, links: [{ kind: 'context', code }] })),
      },
      anyway: true,
    }),
  },
]

export const policy: Record<string, Act | readonly Act[]> = {
  // Pages
  'GET /': { answer: anybody(307) },
  'GET /access-log': { answer: administersPage },
  'GET /account': { answer: inPerson() },
  'GET /claim': { answer: anybody(307) },
  'GET /docs/api': { answer: anybody() },
  'GET /docs/problems': { answer: anybody() },
  // It holds no incident: its worker fetches the facts, by a door of its own.
  // In a frame whoever asks is nobody known, and the public may not read here: each is told so, with a session or without.
  'GET /embed/[view]': [
    { answer: anybody(), objects: stored, parts: () => ({ view: 'explore' }), query: search },
    {
      act: 'by what is protected',
      answer: anybody(),
      objects: shown,
      parts: () => ({ view: 'timeline' }),
      query: byTruth,
    },
  ],
  'GET /explore': [{ answer: looksUp, objects: stored }, ...unfound()],
  'GET /incidents/[code]': [
    { answer: shows, objects: all },
    { act: 'a past version', answer: showsHistory, objects: all, query: () => '?version=1' },
  ],
  'GET /invitation': { answer: anybody() },
  'GET /log': { answer: records(200) },
  'GET /members': { answer: administersPage },
  'GET /settings': { answer: administersPage },
  'GET /sign-in': { answer: guests },
  'GET /review': { answer: records(200) },
  'GET /timeline': [{ answer: finds(), objects: stored, query: search }, ...unfound()],
  'GET /unlock': { answer: locked(200, anybody(307)) },

  // The account
  'POST /api/account/claim': {
    answer: anybody(410),
    body: () => ({
      code: 'A'.repeat(20),
      name: 'X',
      email: 'x@waqai.example',
      password: 'a long enough sentence',
    }),
  },
  'POST /api/account/sign-in': {
    answer: anybody(401),
    body: () => ({ email: 'x@waqai.example', password: 'a long enough sentence' }),
  },
  'GET /api/account/tokens': [
    { answer: inPerson() },
    { act: 'of everybody', answer: administers(), query: () => '?whose=all' },
  ],
  'POST /api/account/tokens': {
    answer: inPerson(201),
    body: () => ({
      name: 'A script',
      scopes: ['read'],
      days: 1,
      password: personOf('administrator').password,
    }),
  },
  'DELETE /api/account/tokens/[id]': {
    answer: inPersonOwn(204),
    objects: owned,
    parts: ofToken,
    spends: true,
  },
  'POST /api/account/sign-out': { answer: anybody(204), endsSession: true, body: () => ({}) },

  'POST /api/account/confirm': { answer: anybody(401), body: () => ({ code: '123456' }) },
  'POST /api/account/unlock': { answer: locked(403, inPerson(403)), body: wrongPassword },
  'POST /api/account/password': {
    answer: inPerson(403),
    body: () => ({ current: 'none of ours', password: 'seven camels at the last well' }),
  },
  'POST /api/account/recovery-codes': { answer: inPerson([403, 404]), body: wrongPassword },
  'POST /api/account/second-factor': { answer: inPerson(403), body: wrongPassword },
  'PUT /api/account/second-factor': { answer: inPerson([400, 403, 404]), body: () => ({ code: '123456' }) },
  'DELETE /api/account/second-factor': { answer: inPerson([403, 404]), body: wrongPassword },
  'GET /api/account/sessions': { answer: inPerson() },
  'DELETE /api/account/sessions': { answer: inPerson(204) },
  // Another's session: nobody ends it here, whatever the role.
  'DELETE /api/account/sessions/[id]': { answer: inPerson(404), objects: ['published'], parts: ofSession },

  // Members, invitations, settings
  'GET /api/members': { answer: administers() },
  'PATCH /api/members/[id]': {
    answer: administers(204),
    objects: ['published'],
    parts: ofMember,
    body: () => ({ role: 'reader' }),
  },
  'DELETE /api/members/[id]/sessions': { answer: administers(204), objects: ['published'], parts: ofMember },
  'POST /api/members/[id]/recovery': {
    answer: administers(201),
    objects: ['published'],
    parts: ofMember,
    body: () => ({}),
  },
  'GET /api/invitations': { answer: administers() },
  'POST /api/invitations': {
    answer: administers(201),
    objects: ['published'],
    spends: true,
    body: ({ key }) => ({ email: `${key}@waqai.example`, name: 'A guest', role: 'administrator' }),
  },
  'DELETE /api/invitations/[id]': {
    answer: administers(204),
    objects: ['published'],
    spends: true,
    parts: ({ invitation }) => ({ id: invitation }),
  },
  'POST /api/invitations/open': { answer: anybody(410), body: () => ({ token: 'a'.repeat(43) }) },
  'POST /api/invitations/accept': {
    answer: anybody(410),
    body: () => ({ token: 'a'.repeat(43), name: 'A guest', password: 'seven camels at the last well' }),
  },
  'PATCH /api/settings': { answer: administers(), body: () => ({ idleMinutes: 30 }) },

  // Reading
  'GET /api/health': { answer: anybody() },
  'GET /api/v1/openapi.json': { answer: anybody() },
  'GET /api/v1/incidents': [{ answer: finds(), objects: stored, query: search }, ...unfound()],
  'GET /api/v1/incidents/[code]': { answer: shows, objects: all },
  'GET /api/v1/summary': [
    { answer: finds(), objects: stored, query: search, holds: counts },
    {
      act: 'as CSV',
      answer: finds(),
      objects: stored,
      query: (it) => `${search(it)}&chart=by-kind&format=csv`,
      holds: countsInCsv,
    },
    ...unfound('', counts),
    ...unfound('&chart=by-kind&format=csv', countsInCsv),
  ],
  // What it tells of an incident are numbers and names of its reports; no cell of it may hold what is protected.
  'GET /api/explore/facts': [
    { answer: finds(), objects: stored },
    {
      act: 'the part for everybody',
      answer: findsPublished,
      objects: stored,
      query: () => '?part=published',
    },
    { act: 'what one may read more', answer: findsMore, objects: stored, query: () => '?part=more' },
  ],
  // The same from SQL: of the many reports only those of most incidents are named.
  'POST /api/explore/answer': [
    { answer: looksUp, objects: stored, body: () => askedOfServer('to=1900-01-01') },
    {
      act: 'by its words',
      answer: finds(),
      objects: stored,
      body: (about) => askedOfServer(search(about).slice(1)),
    },
    {
      act: 'by what is protected',
      answer: looksUp,
      objects: shown,
      body: (about) => askedOfServer(byTruth(about).slice(1)),
    },
  ],
  // None of these objects was changed since a state that nobody was given.
  'GET /api/explore/changes': { answer: looksUp, objects: stored, query: () => '?since=none' },
  // A stream, of which the harness reads the beginning: it says of no incident what it is.
  'GET /api/explore/live': { answer: looksUp, objects: stored },
  'GET /api/explore/incidents': { answer: finds(), objects: all, query: ({ row }) => `?ids=${row}` },
  'GET /api/explore/matches': [
    { answer: finds(), objects: stored, query: search, holds: matched },
    ...unfound('', matched, [byTruth, bySpotName]),
  ],
  'GET /api/actors': { answer: looksUp, query: () => '?q=council' },
  'GET /api/places': { answer: looksUp, query: () => '?q=derna' },
  'GET /api/reports': [
    { answer: finds(), objects: stored, query: search },
    { act: 'by what is protected', answer: findsNothing(), objects: shown, query: byTruth },
  ],

  'GET /api/members/names': { answer: looksUpToRecord },
  'GET /api/v1/actors': { answer: looksUp, query: () => '?q=council' },
  'GET /api/v1/places': { answer: looksUp, query: () => '?q=derna' },
  'GET /api/v1/incidents/[code]/log': { answer: showsToEdit, objects: all },

  // Logging through the API
  'POST /api/v1/incidents': [
    { act: 'a new incident', answer: records(), body: ({ fresh }) => ({ log: fresh(), anyway: true }) },
    {
      act: 'an edit',
      answer: changes(201),
      objects: stored,
      spends: true,
      body: ({ log }) => ({ log, anyway: true }),
    },
    ...mismatchedEdits,
  ],
  'PATCH /api/v1/incidents/[code]': [
    { answer: changes(), objects: all, spends: true, headers: ifMatch, body: () => ({ grade: 'fair' }) },
    {
      act: 'with keys of another',
      answer: changes(),
      objects: mixed,
      others: variants,
      spends: true,
      headers: ifMatch,
      body: (it, other) => {
        const [incident] = withKeysOf(it, other).incidents
        const { where, parties, claims, conflictSets } = incident ?? {}
        return { where, parties, claims, conflictSets }
      },
    },
  ],
  'DELETE /api/v1/incidents/[code]': { answer: changes(204), objects: all, spends: true, headers: ifMatch },
  'POST /api/v1/incidents/[code]/restore': {
    answer: changes(204),
    objects: stored.filter((kind) => kind !== 'deleted'),
    before: remove,
    spends: true,
  },
  'POST /api/v1/incidents/[code]/review': [
    {
      act: 'submit',
      answer: worksWith(),
      objects: reviewable,
      spends: true,
      headers: ifMatch,
      body: () => ({ step: 'submit' }),
    },
    {
      act: 'return',
      answer: judges(),
      objects: reviewable,
      before: inReview,
      spends: true,
      headers: ifMatch,
      body: () => ({ step: 'return', note: 'Who says so?' }),
    },
  ],
  'POST /api/v1/actors': { answer: records(), body: someActor },
  'POST /api/v1/places': { answer: records(), body: somePlace },

  // Review
  'POST /api/incidents/[code]/review': [
    {
      act: 'submit',
      answer: worksWith(),
      objects: reviewable,
      spends: true,
      body: (it) => ({ ...version(it), step: 'submit', note: null }),
    },
    {
      act: 'return',
      answer: judges(),
      objects: reviewable,
      before: inReview,
      spends: true,
      body: (it) => ({ ...version(it), step: 'return', note: 'Who says so?' }),
    },
  ],
  'POST /api/review': {
    answer: worksWithSeveral,
    objects: reviewable,
    spends: true,
    body: ({ code, version }) => ({ incidents: [{ code, version }], step: 'submit', note: null }),
    holds: (text) => text.includes('"status":"in-review"'),
  },
  'POST /api/incidents/[code]/disputed': [
    {
      answer: changes(),
      objects: all,
      spends: true,
      body: (it) => ({ ...version(it), set: it.conflictSet, why: 'Nobody can tell.' }),
    },
    {
      act: 'the set of another',
      answer: mismatches(changes()),
      objects: mixed,
      others: variants,
      body: (it, { conflictSet }) => ({ ...version(it), set: conflictSet, why: 'Nobody can tell.' }),
    },
  ],
  'POST /api/incidents/[code]/comments': [
    {
      answer: worksWith(201),
      objects: all,
      spends: true,
      body: () => ({ body: 'Who says so?', claim: null }),
    },
    {
      act: 'on the claim of another',
      answer: mismatches(worksWith(201)),
      objects: mixed,
      others: variants,
      body: (_, { claim }) => ({ body: 'Who says so?', claim }),
    },
  ],
  'PATCH /api/comments/[id]': {
    answer: answersTo(),
    objects: all,
    parts: ofComment,
    spends: true,
    body: () => ({ resolved: true }),
  },
  'POST /api/notices': { answer: inPerson(), body: () => ({ comments: [1] }) },

  // Logging
  'POST /api/actors': {
    answer: records(),
    body: someActor,
  },
  'POST /api/places': {
    answer: records(),
    body: somePlace,
  },
  'POST /api/log': [
    { act: 'a new incident', answer: records(), body: ({ fresh }) => ({ log: fresh(), anyway: true }) },
    {
      act: 'an edit',
      answer: changes(201),
      objects: stored,
      spends: true,
      body: ({ log }) => ({ log, anyway: true }),
    },
    ...mismatchedEdits,
    {
      act: 'a draft of another',
      answer: mismatches(records(), 404),
      // One that is not there is one's own, not saved before.
      others: ['seen', 'hidden'],
      body: ({ fresh }, { draft }) => ({ log: fresh(), draftId: draft, anyway: true }),
    },
  ],
  'POST /api/log/duplicates': [
    {
      answer: finds(),
      objects: stored,
      body: ({ likeness, registry }) => ({ incidents: [likeness(registry.division)] }),
    },
    {
      act: 'at the protected place',
      answer: findsNothing(),
      objects: shown,
      body: ({ likeness, spot }) => ({ incidents: [likeness(spot)] }),
    },
  ],
  'GET /api/incidents/[code]/log': { answer: showsToEdit, objects: all },
  'POST /api/incidents/[code]/log': { answer: reveals, objects: all, body: reason },
  'POST /api/incidents/[code]/reveal': { answer: reveals, objects: all, body: reason },
  'POST /api/incidents/[code]/copy': {
    answer: copies,
    objects: all,
    spends: true,
    body: () => ({ quotes: true }),
  },
  'DELETE /api/incidents/[code]': { answer: changes(), objects: all, spends: true, body: version },
  'POST /api/incidents/[code]/restore': {
    answer: changes(),
    objects: stored.filter((kind) => kind !== 'deleted'),
    before: remove,
    spends: true,
    body: () => ({}),
  },

  // Evidence
  'GET /api/incidents/[code]/evidence': { answer: shows, objects: all },
  'POST /api/incidents/[code]/evidence': [
    { answer: worksWith(201), objects: all, spends: true, headers: ofPdf, body: () => pdf },
    {
      act: 'of the report of another',
      answer: mismatches(worksWith(201)),
      objects: mixed,
      others: variants,
      query: (_, { report }) => `?report=${report.key}`,
      headers: ofPdf,
      body: () => pdf,
    },
  ],
  'GET /evidence/[id]': { answer: shows, objects: all, parts: ofEvidence },
  'GET /evidence/[id]/original': { answer: showsOriginal, objects: all, parts: ofEvidence },
  'PATCH /api/evidence/[id]': {
    answer: worksWith(),
    objects: all,
    parts: ofEvidence,
    spends: true,
    body: () => ({ version: 1, visibility: 'team' }),
  },
  'DELETE /api/evidence/[id]': {
    answer: worksWith(),
    objects: all,
    parts: ofEvidence,
    spends: true,
    body: () => ({ version: 1 }),
  },
  'POST /api/evidence/[id]/restore': {
    answer: givesReaders(),
    objects: all,
    parts: ofEvidence,
    before: removeEvidence,
    spends: true,
    body: () => ({}),
  },

  // The drafts of the form
  'GET /api/drafts': { answer: showsOwn(200), objects: owned },
  'GET /api/drafts/[id]': { answer: showsOwn(), objects: [...owned, 'never there'] },
  'PUT /api/drafts/[id]': {
    answer: changesOwn(),
    objects: owned,
    spends: true,
    body: () => ({ document: {}, version: 1 }),
  },
  'DELETE /api/drafts/[id]': { answer: changesOwn(), objects: [...owned, 'never there'], spends: true },
  'POST /api/drafts/[id]/restore': {
    answer: changesOwn(),
    objects: [...owned, 'never there'],
    spends: true,
    body: () => ({}),
  },

  // From anywhere
  'POST /api/csp-reports': { answer: anybody(204), body: () => ({}) },
}
