import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { without } from '@/lib/analysis/facts/dimensions'
import type { Question, ShownMap } from '@/lib/analysis/facts/explorer'
import { DISPUTED, type FactPlace, NO_POINT } from '@/lib/analysis/facts/facts'
import { drawMap, findOnMap, MOST_MARKS } from '@/lib/analysis/facts/map-grid'
import { labelsIn, weightsFrom } from '@/lib/analysis/facts/map-labels'
import { boxAround, coarseness, type MapRows, mapPointsOf } from '@/lib/analysis/facts/map-points'
import type { Filter } from '@/lib/analysis/filter'
import { type MapGroup, type MapWorld, mapGroups, mapSingle, mapSingles } from '@/lib/db/explore/map-groups'
import { matching } from '@/lib/db/filter-sql'
import type { Database } from '@/lib/db/transaction'
import { wherePrecisions } from '@/lib/place/where'

/** The map of a question, from incidents counted by their point: single ones are read where they are few. */
export async function drawPlaces(
  db: Database,
  viewer: Viewer,
  filter: Filter,
  asked: NonNullable<Question['map']>,
  world: MapWorld,
): Promise<ShownMap> {
  const { incidents: from, inside: where } = await matching(db, without(filter, 'area'), viewer)
  const scope = { from, where }
  const { find, ...question } = asked
  const draw = (groups: MapGroup[]) => {
    // Those of the whole world come first, counted as none: areas are numbered by them, whatever the filter.
    const rows = mapRows([...world.areas, ...groups], world.places)
    const weights = Float64Array.from(rows.id, (_, row) => groups[row - world.areas.length]?.incidents ?? 0)
    return drawMap(rows, mapPointsOf(rows), (row) => row >= world.areas.length, question, weights)
  }
  const drawn = draw(await mapGroups(db, scope, asked.box))
  const exactly = world.places.filter(({ kind, point }) => point && !coarseness[kind]).map(({ id }) => id)
  const isFew = drawn.exact <= MOST_MARKS
  const single = isFew ? draw(await mapSingles(db, scope, asked.box, exactly)).single : null
  return {
    ...{ ...drawn, single },
    extent: world.reach && boxAround(world.reach),
    labels: labelsIn(world, weightsFrom(world.places, ownOf(world)), asked.box),
    found: find === null ? null : findOnMap(mapRows(await mapSingle(db, viewer, find), world.places), find),
  }
}

const ownOf = ({ places, incidents }: MapWorld): Float64Array =>
  Float64Array.from(places, ({ id }) => incidents.get(id) ?? 0)

/** As rows of facts. */
function mapRows(groups: readonly MapGroup[], places: readonly FactPlace[]): MapRows {
  const placeAt = new Map(places.map(({ id }, at) => [id, at]))
  return {
    id: Uint32Array.from(groups, ({ id }) => id),
    place: Uint32Array.from(groups, ({ place }) => placeAt.get(place) ?? 0),
    lat: Int32Array.from(groups, ({ lat }) => lat),
    lon: Int32Array.from(groups, ({ lat, lon }) => (lat === NO_POINT ? NO_POINT : lon)),
    precision: Uint8Array.from(groups, ({ precision }) => precision),
    flags: Uint8Array.from(groups, ({ disputed }) => (disputed ? DISPUTED : 0)),
    ...{ places, precisions: wherePrecisions },
  }
}
