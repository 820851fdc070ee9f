import type { Fact } from '@/lib/analysis/listed'
import type { World } from '@/lib/analysis/random-world.test-kit'
import { fold } from '@/lib/text/fold'
import type { PrismaClient } from '@/prisma/generated/client'

const day = (date: string | null) => (date === null ? null : new Date(`${date}T00:00:00Z`))

/** Writes a made-up record into an empty database. */
export async function storeWorld(prisma: PrismaClient, world: World): Promise<void> {
  await prisma.place.createMany({
    data: world.places.map(({ id, parentId, path, lat, lon }) => ({
      ...{ id, parentId, path, lat, lon },
      key: `own:${id}`,
      kind: 'area',
    })),
  })
  await prisma.placeName.createMany({
    data: world.places.map(({ id, name }) => ({ placeId: id, lang: 'en', name, folded: fold(name) })),
  })
  await prisma.actor.createMany({
    data: world.actors.map(({ id }) => ({ id, key: `own:${id}`, kind: 'unknown' })),
  })
  await prisma.actorName.createMany({
    data: world.actors.map(({ id, name }) => ({ actorId: id, lang: 'en', name, folded: fold(name) })),
  })
  await prisma.actorRelation.createMany({
    data: world.partOf.map(({ actor, whole, from, until }) => ({
      actorId: actor,
      otherId: whole,
      kind: 'part-of',
      startedOn: day(from),
      endedOn: day(until),
    })),
  })
  await prisma.dataset.createMany({
    data: world.datasets.map(({ id, slug }) => ({
      id,
      slug,
      name: slug,
      version: '1',
      licence: 'CC BY 4.0',
      attribution: `By ${slug}`,
      collects: [],
    })),
  })
  await prisma.incident.createMany({
    data: world.incidents.map(
      ({ parties, siteIds, reportIds: _, killed, wounded, deleted, lasting, ...incident }) => ({
        ...incident,
        startOn: day(incident.startOn),
        endOn: day(incident.endOn),
        sortOn: day(incident.sortOn) as Date,
        whenPrecision: 'day',
        whenSense: lasting ? 'throughout' : 'within',
        whenOpen:
          incident.startOn === null ? 'on-or-before' : incident.endOn === null ? 'on-or-after' : 'none',
        killedLow: killed.low,
        killedBest: killed.best,
        killedHigh: killed.high,
        killedOpen: killed.open,
        killedState: killed.state,
        woundedLow: wounded.low,
        woundedBest: wounded.best,
        woundedHigh: wounded.high,
        woundedOpen: wounded.open,
        woundedState: wounded.state,
        deletedAt: deleted ? new Date(0) : null,
      }),
    ),
  })
  await prisma.site.createMany({
    data: world.incidents.flatMap(({ id, siteIds }) =>
      siteIds.map((placeId, position) => ({
        incidentId: id,
        position,
        placeId,
        kind: 'school',
        precision: 'exact',
      })),
    ),
  })
  await prisma.report.createMany({
    data: world.reports.map(({ publishedOn, ...report }) => ({
      ...report,
      ...{ language: 'en', agencies: [], visibility: 'everyone', publishedOn: day(publishedOn) },
      publishedOnBasis: publishedOn && 'stated',
    })),
  })
  await prisma.incidentReport.createMany({
    data: world.incidents.flatMap(({ id, reportIds }) =>
      reportIds.map((reportId) => ({ incidentId: id, reportId })),
    ),
  })
  const parties = world.incidents.flatMap(({ id, sortOn, parties }) =>
    parties.map((party) => ({ incidentId: id, sortOn, ...party })),
  )
  await prisma.party.createMany({
    data: parties.map(({ id, incidentId, sortOn, actorId, part }, position) => ({
      id,
      incidentId,
      sortOn: day(sortOn) as Date,
      actorId,
      part,
      position,
    })),
  })
  await prisma.figure.createMany({
    data: parties.flatMap(({ id, incidentId, killed, wounded }) => [
      ...figure(incidentId, id, 'killed', killed),
      ...figure(incidentId, id, 'wounded', wounded),
      // A part of the side's losses must not be counted on top of them.
      ...figure(incidentId, id, 'killed', killed, 'combatant'),
    ]),
  })
  await prisma.incidentLink.createMany({
    data: world.duplicates.map(({ from, to }) => ({ fromId: from, toId: to, kind: 'duplicate-of' })),
  })
  await prisma.$executeRaw`analyze`
}

function figure(
  incidentId: number,
  partyId: number,
  outcome: 'killed' | 'wounded',
  fact: Fact | null,
  personStatus: string | null = null,
) {
  if (fact === null) return []
  const { state, ...numbers } = fact
  return [
    {
      incidentId,
      partyId,
      personStatus,
      outcome,
      unit: 'persons',
      ...numbers,
      state,
      basis: 'claims',
      rule: 1,
    },
  ]
}
