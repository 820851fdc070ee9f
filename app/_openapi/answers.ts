import { z } from 'zod'
import { actorKinds } from '@/lib/actor/lists'
import { bucketUnits } from '@/lib/analysis/view'
import { figureStates } from '@/lib/claim/figure'
import { kinds } from '@/lib/incident/kinds'
import { grades, meansOfAttack, parts, statuses, visibilities } from '@/lib/incident/lists'
import { placeKinds, wherePrecisions } from '@/lib/place/where'
import { channels } from '@/lib/report/lists'

// What the API answers, told as schemas; a test holds real answers against them. Objects are loose: an answer may come
// to say more, and who reads it must not break on that.

export const names = z.looseObject({ ar: z.string().nullable(), en: z.string().nullable() })

const fact = z.looseObject({
  low: z.int().nullable(),
  best: z.int().nullable(),
  high: z.int().nullable(),
  open: z.boolean().describe('The number may be above "high".'),
  state: z.enum([...figureStates, 'not-collected']),
})

const place = z.looseObject({
  id: z.int(),
  kind: z.enum(placeKinds),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2.'),
  names,
})

const when = z.looseObject({
  start: z.iso.date().nullable(),
  end: z.iso.date().nullable(),
  precision: z.string(),
})

const party = z.looseObject({ actor: z.int(), names, part: z.enum(parts) })

export const listedIncident = z.looseObject({
  code: z.string(),
  title: names,
  kind: z.enum(kinds),
  when,
  place,
  within: z.array(place).describe('What the place lies in, from the country down.'),
  wherePrecision: z.enum(wherePrecisions),
  parties: z.array(party),
  killed: fact,
  wounded: fact,
  dataset: z.string().nullable(),
  status: z.enum(statuses),
  disputed: z.boolean(),
  withheld: z
    .boolean()
    .describe('The figures leave out claims that are withheld; false, unless the installation says so.'),
})

export const incidentPage = z.looseObject({
  filter: z.string().describe('The filter in its canonical spelling.'),
  incidents: z.array(listedIncident),
  next: z.string().nullable().describe('The cursor of the next page; null at the end.'),
})

const claim = z.looseObject({
  key: z.string(),
  statement: z.string(),
  quote: z.string().nullable(),
  says: z.looseObject({ subject: z.string() }),
})

export const incidentDetail = z.looseObject({
  code: z.string(),
  version: z.int(),
  title: names,
  summary: names,
  kind: z.enum(kinds),
  means: z.array(z.enum(meansOfAttack)),
  when,
  where: z.looseObject({ place, within: z.array(place), precision: z.enum(wherePrecisions) }),
  parties: z.array(z.looseObject({ ...party.shape, key: z.string(), kind: z.enum(actorKinds) })),
  status: z.enum(statuses),
  grade: z.enum(grades).nullable(),
  visibility: z.enum(visibilities),
  disputed: z.boolean(),
  killed: fact,
  wounded: fact,
  figures: z.array(z.looseObject({ cell: z.looseObject({ outcome: z.string(), unit: z.string() }) })),
  reports: z.array(z.looseObject({ key: z.string(), outlet: z.string(), language: z.string() })),
  statements: z.array(
    z.looseObject({ key: z.string(), channel: z.enum(channels), citedBy: z.array(z.string()) }),
  ),
  claims: z.array(claim),
  conflictSets: z.array(z.looseObject({ key: z.string(), decided: z.string().nullable() })),
  episodes: z.array(z.looseObject({ id: z.int(), title: names })),
  links: z.array(z.looseObject({ kind: z.string(), direction: z.enum(['out', 'in']) })),
  dataset: z.looseObject({ slug: z.string(), licence: z.string(), attribution: z.string() }).nullable(),
  versions: z.array(z.looseObject({ version: z.int(), recordedFrom: z.string(), by: z.string() })),
})

const total = z.looseObject({
  low: z.int(),
  best: z.int(),
  high: z.int(),
  open: z.boolean(),
  disputed: z.looseObject({ count: z.int(), low: z.int(), high: z.int() }),
  notCollected: z.int(),
})
const casualties = z.looseObject({ killed: total, wounded: total })
const withheld = z
  .int()
  .describe('Incidents whose figures leave out claims that are withheld; 0, unless the installation says so.')
const counted = { incidents: z.int(), withheld, casualties }

export const summary = z.looseObject({
  filter: z.string(),
  incidents: z.int(),
  withheld,
  duplicates: z.int(),
  partlyInside: z.int(),
  totals: casualties,
  episodes: z.looseObject({ count: z.int(), casualties }),
  overTime: z.looseObject({
    unit: z.enum(bucketUnits),
    buckets: z.array(z.looseObject({ start: z.iso.date(), end: z.iso.date(), ...counted })),
    unplaced: z.looseObject(counted),
  }),
  byKind: z.array(z.looseObject({ kind: z.enum(kinds), ...counted })),
  byActor: z.looseObject({ rows: z.array(z.looseObject({ actor: z.int(), names, ...counted })) }),
  byPlace: z.looseObject({ rows: z.array(z.looseObject({ place: z.int(), names, ...counted })) }),
  byGrade: z.array(z.looseObject({ grade: z.enum(grades).nullable(), ...counted })),
  byMeans: z.looseObject({
    rows: z.array(z.looseObject({ means: z.enum(meansOfAttack), ...counted })),
    untold: z.looseObject(counted),
  }),
  byReport: z.looseObject({
    rows: z.array(
      z.looseObject({ report: z.int(), outlet: z.string(), title: z.string().nullable(), ...counted }),
    ),
  }),
  mixed: z.boolean(),
  attributions: z.array(z.looseObject({ dataset: z.string(), attribution: z.string(), licence: z.string() })),
})

const registered = { id: z.int(), kind: z.string(), country: z.string().nullable(), names }
const mention = z.looseObject({ id: z.int(), names })
export const actorsFound = z.looseObject({
  actors: z.array(z.looseObject({ ...registered, partOf: z.array(mention) })),
})
export const placesFound = z.looseObject({
  places: z.array(
    z.looseObject({
      ...registered,
      parents: z.array(mention),
      point: z.looseObject({ lat: z.number(), lon: z.number() }).nullable(),
    }),
  ),
})

export const recorded = z.looseObject({
  incidents: z.array(z.looseObject({ key: z.string(), code: z.string(), version: z.int() })),
})
export const moved = z.looseObject({ code: z.string(), version: z.int(), status: z.enum(statuses) })

export const changed = z.looseObject({ code: z.string(), version: z.int() })
export const actorAdded = z.looseObject({ actor: z.looseObject({ id: z.int() }) })
export const placeAdded = z.looseObject({ place: z.looseObject({ id: z.int() }) })
export const incidentLog = z.looseObject({
  log: z.looseObject({
    reports: z.array(z.looseObject({})),
    incidents: z.array(z.looseObject({})).length(1),
  }),
})
export const openApi = z.looseObject({ openapi: z.literal('3.1.0'), paths: z.looseObject({}) })

/** RFC 9457, with what is wrong field by field. */
export const problem = z.looseObject({
  type: z.string().describe('Where the kind of refusal is explained, on this server.'),
  title: z.string(),
  status: z.int(),
  problems: z.array(
    z.looseObject({
      path: z.array(z.union([z.string(), z.int()])),
      code: z.string().describe('Stays the same from version to version.'),
      message: z.string().describe('In Arabic or English, with the remedy.'),
    }),
  ),
  detail: z.unknown().optional(),
})
