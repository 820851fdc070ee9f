// The explorer's answer once more, each view a plain count of its own: what the cross-filter is held to.
import { statuses } from '@/lib/incident/lists'
import { fold } from '@/lib/text/fold'
import type { Filter } from '../filter'
import { naivelyCounted } from '../naive-list.test-kit'
import { type LeavesOut, naiveRow, naiveSummary } from '../naive-summary.test-kit'
import type { World, WorldIncident } from '../random-world.test-kit'
import { MOST_ROWS } from '../roll-up'
import type { BucketUnit } from '../summary'
import { addCasualties, noCasualties } from '../totals'
import type { Answer } from './answer'
import { without } from './dimensions'
import type { Facts } from './facts'
import { MOST_PAIRED } from './read-pairs'

/** The answer of a made-up record, which has no episodes of its own. */
export function naiveAnswer(
  world: World,
  filter: Filter,
  unit: BucketUnit,
  leavesOut: LeavesOut,
  episodes: Facts['episodes'],
): Answer {
  const summary = (asked: Filter) => naiveSummary(world, asked, unit, MOST_ROWS, leavesOut)
  const whole = summary(filter)
  const counted = naivelyCounted(world, filter)
  const beyond = naiveEpisodes(counted, episodes)
  const rowsBy = <K>(list: WorldIncident[], key: (incident: WorldIncident) => K) =>
    [...new Set(list.map(key))].map((value) => ({
      value,
      ...naiveRow(
        list.filter((incident) => key(incident) === value),
        leavesOut,
      ),
    }))
  const { byActor } = summary(without(filter, 'actors'))
  const slug = ({ datasetId }: WorldIncident) =>
    world.datasets.find(({ id }) => id === datasetId)?.slug ?? 'own'
  return {
    incidents: whole.incidents,
    withheld: whole.withheld,
    duplicates: whole.duplicates,
    partlyInside: whole.partlyInside,
    totals: addCasualties(whole.totals, beyond.casualties),
    episodes: beyond,
    overTime: summary(without(filter, 'time')).overTime,
    byKind: summary(without(filter, 'kinds')).byKind,
    byActor,
    byPair: naivePairs(naivelyCounted(world, without(filter, 'actors')), byActor.rows.slice(0, MOST_PAIRED)),
    byPlace: summary(without(filter, 'places')).byPlace,
    byDataset: rowsBy(naivelyCounted(world, without(filter, 'datasets')), slug).map(({ value, ...row }) => ({
      dataset: value,
      ...row,
    })),
    byStatus: statuses
      .map((status) => {
        const { incidents, withheld, totals } = summary({ ...filter, statuses: [status] })
        return { status, incidents, withheld, casualties: totals }
      })
      .filter(({ incidents }) => incidents > 0),
    byGrade: summary(without(filter, 'grades')).byGrade,
    byMeans: summary(without(filter, 'means')).byMeans,
    byReport: summary(without(filter, 'reports')).byReport,
  }
}

function naivePairs(counted: WorldIncident[], shown: Answer['byActor']['rows']): Answer['byPair'] {
  const took = ({ parties }: WorldIncident, actor: number) => parties.some(({ actorId }) => actorId === actor)
  const both = (a: number, b: number) => counted.filter((one) => took(one, a) && took(one, b)).length
  return {
    actors: shown.map(({ actor, names }) => ({ actor, names })),
    incidents: shown.map(({ actor: a }) => shown.map(({ actor: b }) => (a === b ? 0 : both(a, b)))),
  }
}

function naiveEpisodes(counted: WorldIncident[], episodes: Facts['episodes']): Answer['episodes'] {
  const whole = episodes.filter(({ incidents }) =>
    incidents.every((id) => counted.some((one) => one.id === id)),
  )
  return {
    count: whole.length,
    casualties: whole.map(({ casualties }) => casualties).reduce(addCasualties, noCasualties()),
  }
}

/** Ids of the incidents in whose texts a filter's text is. */
export function textMatchesOf(world: World, { text }: Filter): ReadonlySet<number> | null {
  if (text === '') return null
  const words = fold(text).split(' ')
  return new Set(
    world.incidents
      .filter(({ searchText }) => words.every((word) => searchText.includes(word)))
      .map(({ id }) => id),
  )
}

/** The same rows in an order that does not hang on ties. */
export const inOneOrder = (answer: Answer): Answer => ({
  ...answer,
  byKind: [...answer.byKind].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  byDataset: [...answer.byDataset].sort((a, b) => (a.dataset < b.dataset ? -1 : 1)),
})
