// Which incidents of a made-up record a filter means, asked of each as plainly as can be.
import { kindsOfType, kindTypes } from '@/lib/incident/kinds'
import { areaInParts, isInArea } from '@/lib/place/area'
import { fold } from '@/lib/text/fold'
import type { Filter } from './filter'
import type { World, WorldIncident } from './random-world.test-kit'

/** Incidents of the filter, the period apart. */
function matches(world: World, filter: Filter, incident: WorldIncident): boolean {
  const path = pathOf(world, incident.placeId)
  const paths = [incident.placeId, ...incident.siteIds].flatMap((id) => pathOf(world, id))
  const kinds = filter.kinds.flatMap((code) => kindTypes.flatMap((t) => (t === code ? kindsOfType(t) : [])))
  const slug = world.datasets.find((set) => set.id === incident.datasetId)?.slug ?? 'own'
  const asked = <T>(list: T[], found: boolean) => list.length === 0 || found
  return (
    !incident.deleted &&
    fold(filter.text)
      .split(' ')
      .every((word) => incident.searchText.includes(word)) &&
    asked(filter.kinds, [...kinds, ...filter.kinds].includes(incident.kind)) &&
    asked(
      filter.actors,
      incident.parties.some((p) =>
        wholesOf(world, incident, p.actorId).some((id) => filter.actors.includes(id)),
      ),
    ) &&
    filter.parties.every((id) => incident.parties.some((p) => p.actorId === id)) &&
    asked(
      filter.places,
      paths.some((id) => filter.places.includes(id)),
    ) &&
    asked(
      filter.primaryPlaces,
      path.some((id) => filter.primaryPlaces.includes(id)),
    ) &&
    (filter.area === null || isPointIn(filter.area, pointOf(world, incident))) &&
    (filter.killedAtLeast === null || (incident.killed.best ?? -1) >= filter.killedAtLeast) &&
    (filter.statuses.length === 0
      ? incident.status !== 'rejected' && incident.status !== 'withdrawn'
      : filter.statuses.includes(incident.status)) &&
    asked(filter.grades, filter.grades.includes(incident.grade ?? 'none')) &&
    asked(
      filter.means,
      incident.means.some((mean) => filter.means.includes(mean)),
    ) &&
    asked(
      filter.reports,
      incident.reportIds.some((id) => filter.reports.includes(id)),
    ) &&
    asked(filter.datasets, filter.datasets.includes(slug)) &&
    (!filter.disputedOnly || incident.disputed)
  )
}

type MaybePoint = { lat: number | null; lon: number | null }

const pointOf = (world: World, { lat, lon, placeId }: WorldIncident): MaybePoint =>
  lat === null ? (world.places.find((place) => place.id === placeId) ?? { lat, lon }) : { lat, lon }

const isPointIn = (area: NonNullable<Filter['area']>, { lat, lon }: MaybePoint): boolean =>
  lat !== null &&
  lon !== null &&
  isInArea(areaInParts(area), Math.round(lon * 10_000), Math.round(lat * 10_000))

/** Places that a place lies in, from the country down, itself last. */
export const pathOf = (world: World, placeId: number) =>
  world.places.find((place) => place.id === placeId)?.path ?? []

/** The actor, and what it was part of while the incident may have been: step by step, as long as every step held. */
function wholesOf(world: World, { startOn, endOn }: WorldIncident, actor: number): number[] {
  const climb = (at: number, since: string, until: string, met: number[]): number[] => [
    at,
    ...world.partOf
      .filter((r) => r.actor === at && !met.includes(r.whole))
      .flatMap((r) => {
        const [from, to] = [max(since, r.from ?? '0000'), min(until, r.until ?? '9999')]
        return from <= to ? climb(r.whole, from, to, [...met, at]) : []
      }),
  ]
  return climb(actor, startOn ?? '0000', endOn ?? '9999', [])
}

const max = (a: string, b: string) => (a > b ? a : b)
const min = (a: string, b: string) => (a < b ? a : b)

function inside({ from, to }: Filter, { startOn, endOn }: WorldIncident): boolean {
  return (
    (from === null || (startOn !== null && startOn >= from)) &&
    (to === null || (endOn !== null && endOn <= to))
  )
}

const touches = ({ from, to }: Filter, { startOn, endOn }: WorldIncident): boolean =>
  (to === null || startOn === null || startOn <= to) && (from === null || endOn === null || endOn >= from)

/** What the list of a filter holds, in no order. */
export const naiveList = (world: World, filter: Filter): WorldIncident[] =>
  world.incidents.filter((incident) => matches(world, filter, incident) && inside(filter, incident))

/** Those whose span reaches into the period and out of it. */
export const naivelyPartlyInside = (world: World, filter: Filter): WorldIncident[] =>
  world.incidents.filter((i) => matches(world, filter, i) && touches(filter, i) && !inside(filter, i))

/** What the summary of a filter counts. */
export const naivelyCounted = (world: World, filter: Filter): WorldIncident[] =>
  withoutDuplicates(world, naiveList(world, filter))

function withoutDuplicates(world: World, listed: WorldIncident[]): WorldIncident[] {
  const has = (id: number) => listed.some((i) => i.id === id)
  const links = world.duplicates.filter((link) => has(link.from) && has(link.to))
  const group = (id: number): number[] => {
    const reached = [id]
    for (const at of reached) {
      for (const { from, to } of links) {
        if (from === at && !reached.includes(to)) reached.push(to)
        if (to === at && !reached.includes(from)) reached.push(from)
      }
    }
    return reached.sort((a, b) => a - b)
  }
  return listed.filter(({ id }) => {
    const ids = group(id)
    return id === (ids.find((one) => !links.some((link) => link.from === one)) ?? ids[0])
  })
}
