import type { Viewer } from '@/lib/access/viewer'
import { type FigureColumns, NO_NUMBER } from '@/lib/analysis/facts/facts'
import { placesOf } from '@/lib/analysis/facts/places-of'
import { meansOfAttack, parts } from '@/lib/incident/lists'
import { Prisma } from '@/prisma/generated/client'
import { boundOf, inOrder, placeInList, readColumns } from './fact-columns'
import { belongsTo, byIdOf, listed } from './fact-lists'
import { othersFigures } from './incidents-of'
import { wholeOfSide } from './summary-actors'
import type { Database } from './transaction'
import { tellingReports } from './visible-to'

export interface PartyFacts {
  offset: Uint32Array
  actorId: Int32Array
  part: Uint8Array
  killed: FigureColumns
  wounded: FigureColumns
}

/** The parties of the incidents with these ids, with what their own side lost. */
export async function partyFacts(db: Database, viewer: Viewer, rows: Uint32Array): Promise<PartyFacts> {
  const read = await readColumns(
    db,
    {
      id: Prisma.sql`p.id`,
      incident: Prisma.sql`p.incident_id`,
      position: Prisma.sql`p.position`,
      actor: Prisma.sql`p.actor_id`,
      part: placeInList(parts, 'p.part', parts.length),
    },
    {
      from: Prisma.sql`party p`,
      where: belongsTo('p.incident_id', rows),
      id: byIdOf(rows, { table: 'party', alias: 'p', column: 'id' }),
    },
  )
  const { offset, order } = listed(rows, read)
  const ids = inOrder(new Int32Array(order.length), order, read.id)
  return {
    offset,
    actorId: inOrder(new Int32Array(order.length), order, read.actor),
    part: inOrder(new Uint8Array(order.length), order, read.part),
    killed: await figuresOf(db, viewer, ids, 'killed'),
    wounded: await figuresOf(db, viewer, ids, 'wounded'),
  }
}

/** Figures of the parties with these ids; most have none. */
async function figuresOf(
  db: Database,
  viewer: Viewer,
  parties: Int32Array,
  outcome: 'killed' | 'wounded',
): Promise<FigureColumns> {
  const read = await readColumns(
    db,
    {
      party: Prisma.sql`f.party_id`,
      low: boundOf('f.low'),
      best: boundOf('f.best'),
      high: boundOf('f.high'),
      flags: Prisma.sql`f.open::int`,
    },
    {
      from: Prisma.sql`figure f`,
      where: Prisma.sql`f.party_id is not null and ${belongsTo('f.party_id', parties)} and ${wholeOfSide('f', outcome, othersFigures(viewer))}`,
      id: byIdOf(parties, { table: 'figure', alias: 'f', column: 'party_id' }),
    },
  )
  const placeOf = placesOf(parties)
  const none = () => new Int32Array(parties.length).fill(NO_NUMBER)
  const figures = { low: none(), best: none(), high: none(), flags: new Uint8Array(parties.length) }
  for (let i = 0; i < read.party.length; i++) {
    const place = placeOf(read.party[i] as number)
    if (place < 0) continue
    for (const bound of ['low', 'best', 'high', 'flags'] as const)
      figures[bound][place] = read[bound][i] as number
  }
  return figures
}

/** Places of the further sites of the incidents with these ids. */
export async function siteFacts(
  db: Database,
  rows: Uint32Array,
): Promise<{ offset: Uint32Array; placeId: Int32Array }> {
  const read = await readColumns(
    db,
    {
      id: Prisma.sql`s.id`,
      incident: Prisma.sql`s.incident_id`,
      position: Prisma.sql`s.position`,
      place: Prisma.sql`s.place_id`,
    },
    {
      from: Prisma.sql`site s`,
      where: Prisma.sql`s.place_id is not null and ${belongsTo('s.incident_id', rows)}`,
      id: byIdOf(rows, { table: 'site', alias: 's', column: 'id' }),
    },
  )
  const { offset, order } = listed(rows, read)
  return { offset, placeId: inOrder(new Int32Array(order.length), order, read.place) }
}

/** Reports that tell the viewer of the incidents with these ids, by their own ids. */
export async function tellingFacts(
  db: Database,
  viewer: Viewer,
  rows: Uint32Array,
): Promise<{ offset: Uint32Array; reportId: Int32Array }> {
  const read = await readColumns(
    db,
    { id: Prisma.sql`r.id`, incident: Prisma.sql`h.incident_id`, position: Prisma.sql`0` },
    {
      from: Prisma.sql`incident_report h join report r on r.id = h.report_id`,
      where: Prisma.sql`${tellingReports(viewer)} and ${belongsTo('h.incident_id', rows)}`,
      id: byIdOf(rows, { table: 'incident_report', alias: 'h', column: 'incident_id' }),
    },
  )
  const { offset, order } = listed(rows, read)
  return { offset, reportId: inOrder(new Int32Array(order.length), order, read.id) }
}

/** Means of attack of the incidents with these ids. */
export async function attackFacts(
  db: Database,
  rows: Uint32Array,
): Promise<{ offset: Uint32Array; mean: Uint8Array }> {
  const read = await readColumns(
    db,
    {
      id: Prisma.sql`i.id`,
      incident: Prisma.sql`i.id`,
      position: Prisma.sql`m.position::int`,
      mean: placeInList(meansOfAttack, 'm.mean', meansOfAttack.length),
    },
    {
      from: Prisma.sql`incident i cross join unnest(i.means) with ordinality m(mean, position)`,
      where: Prisma.sql`i.means <> '{}' and ${belongsTo('i.id', rows)}`,
      id: byIdOf(rows, { table: 'incident', alias: 'i', column: 'id' }),
    },
  )
  const { offset, order } = listed(rows, read)
  return { offset, mean: inOrder(new Uint8Array(order.length), order, read.mean) }
}
