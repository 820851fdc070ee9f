import type { Registry } from './database'
import type { Random } from './random'
import type { Door } from './routes-on-disk'
import { brokenBytes, hostileAddressPart, spoiled } from './values'

export interface Try {
  path: string
  init: RequestInit
}

/** What is there when the trying begins. */
export interface There extends Registry {
  code: string
  draft: string
  /** The cookie of somebody who may do everything. */
  session: string
}

/** A sound question of the explorer to the server; the filter as its query. */
export const askedOfServer = (filter: string) => ({
  ...{ filter, against: null, window: null, lanes: 'actor', columns: 100, listed: 40 },
  view: { order: 'newest', unit: 'auto' },
  map: {
    ...{ box: { west: -180, south: -85, east: 180, north: 85 }, columns: 20, rows: 10 },
    find: null,
  },
})

/** A sound log: what a form sends for the attack of the Derna report. */
export function soundLog({ town, initiator, target }: Registry) {
  const when = { start: '2017-07-29', end: '2017-07-30', precision: 'days', sense: 'within', open: 'none' }
  return {
    reports: [
      {
        key: 'r',
        outlet: 'An outlet',
        agencies: ['An agency'],
        url: 'https://example.org/1',
        publishedOn: '2017-07-30',
        publishedOnBasis: 'stated',
        language: 'ar',
      },
    ],
    statements: [
      { key: 'o', channel: 'outlet', citedBy: ['r'] },
      {
        key: 's',
        actorId: initiator,
        speakerName: 'A spokesman',
        channel: 'social-media',
        saidOn: '2017-07-29',
        citedBy: ['r'],
      },
    ],
    incidents: [
      {
        key: 'i',
        title: { ar: 'هجوم', en: 'Attack' },
        summary: { en: 'Two places' },
        kind: 'armed-clash',
        means: ['small-arms'],
        when,
        where: {
          placeId: town,
          point: { lat: 32.7, lon: 22.6 },
          precision: 'near',
          sites: [{ key: 'q', kind: 'quarry', name: { en: 'Quarries' }, precision: 'near' }],
        },
        parties: [
          { key: 'a', actorId: initiator, part: 'initiator' },
          { key: 'b', actorId: target, part: 'target' },
        ],
        claims: [
          {
            key: 'c',
            statement: 'o',
            report: 'r',
            quote: 'four killed',
            says: { subject: 'casualties', party: 'b', outcome: 'killed', operator: 'exactly', point: 4 },
          },
          {
            key: 'd',
            statement: 's',
            report: 'r',
            says: {
              subject: 'casualties',
              site: 'q',
              outcome: 'wounded',
              operator: 'between',
              min: 2,
              max: 5,
            },
          },
          {
            key: 'e',
            statement: 's',
            says: {
              subject: 'equipment',
              category: 'tank',
              outcome: 'disabled',
              owner: 'b',
              operator: 'exactly',
              point: 3,
            },
          },
          { key: 'f', statement: 's', says: { subject: 'when', when } },
        ],
        conflictSets: [
          {
            key: 'x',
            alternatives: [
              { key: 'x1', claims: ['c'] },
              { key: 'x2', claims: ['d'] },
            ],
          },
        ],
        links: [],
      },
    ],
    episodes: [],
  }
}

/** A sound body for every door that takes one, by "METHOD path". A new door without its row fails the run. */
export function soundBodies(there: There): Record<string, object> {
  return {
    'POST /api/account/claim': {
      code: 'AAAAA-AAAAA-AAAAA-AAAAA',
      name: 'Somebody',
      email: 'somebody@waqai.example',
      password: 'a sentence of somebody else',
    },
    'POST /api/account/sign-in': { email: 'somebody@waqai.example', password: 'a sentence of somebody else' },
    'POST /api/account/sign-out': {},
    'POST /api/account/confirm': { code: '123456' },
    'POST /api/account/unlock': { password: 'none of ours, whatever comes' },
    'POST /api/account/password': { current: 'none of ours', password: 'seven camels at the last well' },
    'POST /api/account/recovery-codes': { password: 'none of ours, whatever comes' },
    'POST /api/account/second-factor': { password: 'none of ours, whatever comes' },
    'PUT /api/account/second-factor': { code: '123456' },
    'DELETE /api/account/second-factor': { password: 'none of ours, whatever comes' },
    'DELETE /api/account/sessions': {},
    'DELETE /api/account/sessions/[id]': {},
    'POST /api/invitations': { email: 'guest@waqai.example', name: 'A guest', role: 'reader' },
    'POST /api/invitations/open': { token: 'a'.repeat(43) },
    'POST /api/invitations/accept': {
      token: 'a'.repeat(43),
      name: 'A guest',
      password: 'seven camels at the last well',
    },
    'DELETE /api/invitations/[id]': {},
    'PATCH /api/members/[id]': { role: 'reader' },
    'POST /api/members/[id]/recovery': { resetsFactor: true },
    'DELETE /api/members/[id]/sessions': {},
    'PATCH /api/settings': {
      publicReading: true,
      fourEyes: true,
      idleMinutes: 30,
      withheldFigures: 'without',
    },
    'POST /api/actors': {
      names: { ar: 'فاعل', en: 'An actor' },
      kind: 'rebel-group',
      country: 'LY',
      partOf: there.initiator,
    },
    'POST /api/places': {
      names: { en: 'A quarter' },
      kind: 'area',
      parentId: there.town,
      point: { lat: 32.7, lon: 22.6 },
    },
    'PUT /api/drafts/[id]': { document: { log: soundLog(there) }, version: 1 },
    'DELETE /api/drafts/[id]': {},
    'POST /api/explore/answer': askedOfServer('killed=1'),
    'POST /api/drafts/[id]/restore': {},
    'POST /api/log': { log: soundLog(there), draftId: there.draft, anyway: false },
    'POST /api/log/duplicates': {
      incidents: [
        {
          key: 'i',
          code: there.code,
          placeId: there.town,
          start: '2017-07-29',
          end: '2017-07-30',
          actors: [there.target],
        },
      ],
    },
    'POST /api/v1/incidents': { log: soundLog(there), anyway: true },
    'PATCH /api/v1/incidents/[code]': { note: 'Seen again', grade: 'fair' },
    'DELETE /api/v1/incidents/[code]': {},
    'POST /api/v1/incidents/[code]/restore': {},
    'POST /api/v1/incidents/[code]/review': { step: 'submit', note: 'ready' },
    'POST /api/v1/actors': { names: { en: 'An actor' }, kind: 'rebel-group', partOf: there.initiator },
    'POST /api/v1/places': { names: { en: 'A quarter' }, kind: 'area', parentId: there.town },
    'DELETE /api/incidents/[code]': { version: 1 },
    'POST /api/incidents/[code]/restore': {},
    'POST /api/incidents/[code]/review': { version: 1, step: 'submit', note: 'ready' },
    'POST /api/incidents/[code]/log': { why: 'to mend a date in it' },
    'POST /api/incidents/[code]/reveal': { why: 'to ask the source again' },
    'POST /api/incidents/[code]/copy': { quotes: true },
    'POST /api/incidents/[code]/disputed': { version: 1, set: 'x1', why: 'nobody can tell' },
    'POST /api/incidents/[code]/comments': { body: '@Rami, look', claim: null },
    'PATCH /api/comments/[id]': { body: 'Mended' },
    'POST /api/notices': { comments: [1, 2] },
    'POST /api/review': { incidents: [{ code: there.code, version: 1 }], step: 'submit', note: null },
    'POST /api/account/tokens': {
      name: 'nightly export',
      scopes: ['read', 'record'],
      days: 30,
      password: 'a sentence of somebody else',
    },
    'DELETE /api/account/tokens/[id]': {},
    'POST /api/csp-reports': {
      'csp-report': { 'effective-directive': 'style-src-attr', 'blocked-uri': 'inline' },
    },
    // A file, of which spoiled bytes are no sound one; most tries fail at its type.
    'POST /api/incidents/[code]/evidence': {},
    'PATCH /api/evidence/[id]': { version: 1, visibility: 'everyone' },
    'DELETE /api/evidence/[id]': { version: 1 },
    'POST /api/evidence/[id]/restore': {},
  }
}

const parameters = [
  'q',
  'id',
  'from',
  'to',
  'kind',
  'actor',
  'place',
  'killed',
  'status',
  'dataset',
  'disputed',
  'order',
  'group',
  'unit',
  'cursor',
  'limit',
  'format',
  'chart',
  'version',
  'draft',
  'edit',
  'attach',
  'lang',
  'theme',
  'window',
  'nobody-wrote-this',
]

/** One hostile request at a door: a spoiled address, a spoiled query or a spoiled body, or two of them. */
export function hostileTry(door: Door, body: object | undefined, there: There, random: Random): Try {
  const cookie = `language=${random.pick(['ar', 'en'])}; ${credentials(there, random)}`
  const headers: Record<string, string> = { cookie }
  if (door.path.startsWith('/api/v1/')) headers['if-match'] = '"1"'
  const spoilAddress = door.path.includes('[') && random.next() < 0.4
  const known: Record<string, string> = { code: there.code, id: there.draft, view: 'explore' }
  const path = door.path.replace(/\[(\w+)\]/g, (_, name: string) =>
    spoilAddress ? hostileAddressPart(random).slice(0, 500) : (known[name] ?? hostileAddressPart(random)),
  )
  if (door.method === 'GET') return { path: path + query(random), init: { headers } }
  const chance = random.next()
  const text = JSON.stringify(chance < 0.75 ? spoiled(body ?? {}, random) : (body ?? {}))
  headers['content-type'] = chance > 0.95 ? 'text/plain' : 'application/json'
  const bytes = chance >= 0.75 && chance < 0.9 ? brokenBytes(text, random) : Buffer.from(text)
  return { path, init: { method: door.method, headers, body: bytes as BodyInit } }
}

/** Mostly somebody who may: whoever may not is sent away before anything is read of what they sent. */
function credentials({ session }: There, random: Random): string {
  const chance = random.next()
  if (chance < 0.85) return session
  return chance < 0.92 ? '' : `${session.slice(0, random.below(session.length))}${hostileAddressPart(random)}`
}

function query(random: Random): string {
  const pairs = Array.from(
    { length: random.below(4) },
    () => `${random.pick(parameters)}=${hostileAddressPart(random)}`,
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
