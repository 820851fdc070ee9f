import type { KindType } from '@/lib/incident/kinds'
import type { Filter } from '../filter'
import type { FilterNames } from '../filter-names'
import type { View } from '../view'
import type { Answer } from './answer'
import { CrossFilter } from './cross-filter'
import { bitOf, without } from './dimensions'
import type { Facts } from './facts'
import { type Lane, type LaneKind, type Lanes, lanesFor, typesIn } from './lanes'
import { type DrawnMap, drawMap, findOnMap, type MapFound, type MapQuestion } from './map-grid'
import { labelsIn, type MapLabel, weightsOf } from './map-labels'
import { type MapBox, type MapPoints, mapPointsOf } from './map-points'
import { type Drawn, extentOf, TimelineDrawing, type TimeWindow } from './time-window'

/** What a page asks the facts to show. */
export interface Question {
  filter: Filter
  /** Ids of the incidents whose texts match the filter's; null where it asks for no text. */
  matches: readonly number[] | null
  view: Pick<View, 'order' | 'unit'>
  /** What the timeline shows; null: all of it. */
  window: TimeWindow | null
  lanes: LaneKind
  /** How many columns the timeline has room for. */
  columns: number
  /** How many incidents of the list. */
  listed: number
  /** Another filter to compare with; its text is not asked for. */
  against: Filter | null
  /** What the map shows, and the id of an incident to find on it; null while it is not open. */
  map: (MapQuestion & { find: number | null }) | null
}

export interface ShownMap extends DrawnMap {
  labels: MapLabel[]
  /** Of all incidents, whatever the filter. */
  extent: MapBox | null
  found: MapFound | null
}

export interface DrawnTimeline extends Drawn {
  window: TimeWindow
  of: Lane[]
}

/** What the facts show. */
export interface Shown {
  answer: Answer
  timeline: DrawnTimeline | null
  /** Ids of the first incidents of the whole filter, in the order asked for, duplicates among them. */
  listed: number[]
  /** Null where none is asked for. */
  map: ShownMap | null
  names: Pick<FilterNames, 'actors' | 'places' | 'reports'>
  /** What the other filter shows; null where there is none. */
  against: Answer | null
}

/** So many marks still stand apart on a screen; beyond that the timeline is drawn as density. */
export const MOST_SINGLE = 400

/** What was made for a question, in words. */
interface Made<T> {
  of: string
  what: T
}

/** Answers a page's questions from the facts, and does anew only what a question changes: the rest is the same object. */
export class Explorer {
  readonly #facts: Facts
  readonly #drawing: TimelineDrawing
  /** What the drawing counts, in words; nothing yet: other rows or lanes are counted anew. */
  #counted = ''
  /** The days of all incidents, or null where there are none. */
  readonly extent: TimeWindow | null
  #cross: CrossFilter | null = null
  #asked: Question | null = null
  #answer: Answer | null = null
  #types: readonly KindType[] | null = null
  /** Into which lanes the timeline was cut last. */
  #cut: { kind: LaneKind; answer: Answer; into: Lanes } | null = null
  #drawn: Made<DrawnTimeline> | null = null
  #onMap: Made<ShownMap> | null = null
  #listed: number[] = []
  #named: Shown['names'] = { actors: {}, places: {}, reports: {} }
  /** Ids of the incidents whose texts match; null where no text is asked for. */
  #matches: ReadonlySet<number> | null = null
  #other: { key: string; answer: Answer } | null = null
  #known: { points: MapPoints; weights: Float64Array } | null = null

  constructor(facts: Facts) {
    this.#facts = facts
    this.#drawing = new TimelineDrawing(facts)
    this.extent = extentOf(facts)
  }

  show(question: Question): Shown {
    const cross = this.#crossFilterFor(question)
    const answer = this.#answer ?? cross.answer()
    this.#answer = answer
    return {
      answer,
      timeline: this.#draw(question, cross, answer),
      listed: this.#list(question, cross, answer),
      map: this.#map(question, cross),
      names: this.#names(question),
      against: this.#compare(question),
    }
  }

  /** Brought up to the question; the answer stays where it still holds. */
  #crossFilterFor(question: Question): CrossFilter {
    const { filter, matches, view } = question
    const before = this.#asked
    this.#asked = question
    const otherMatches = !sameIds(before?.matches ?? null, matches)
    // One set for as long as it is the same: another set is another filter to whoever is given it.
    if (otherMatches) this.#matches = matches && new Set(matches)
    if (before === null || this.#cross === null) {
      this.#cross = new CrossFilter(this.#facts, filter, view.unit, this.#matches)
      return this.#cross
    }
    const otherFilter = otherMatches || JSON.stringify(before.filter) !== JSON.stringify(filter)
    if (otherFilter) this.#cross.setFilter(filter, this.#matches)
    if (otherMatches) {
      this.#counted = ''
      this.#onMap = null
    }
    if (before.view.unit !== view.unit) this.#cross.setUnit(view.unit)
    if (otherFilter || before.view.unit !== view.unit) this.#answer = null
    return this.#cross
  }

  /** The timeline is a picture of time, and leaves out the filter's period. */
  #draw(
    { filter, window, lanes, columns }: Question,
    cross: CrossFilter,
    answer: Answer,
  ): DrawnTimeline | null {
    const shown = window ?? this.extent
    if (shown === null || columns < 1) return null
    const { lanes: of, sets } = this.#lanesFor(lanes, cross, answer)
    const counted = JSON.stringify([without(filter, 'time'), of])
    if (counted !== this.#counted) {
      this.#drawing.count(of.length, cross.rowsInLanes(sets))
      this.#counted = counted
      this.#drawn = null
    }
    const key = JSON.stringify([shown, columns])
    if (this.#drawn?.of !== key)
      this.#drawn = {
        of: key,
        what: { ...this.#drawing.draw(shown, columns, MOST_SINGLE), window: shown, of },
      }
    return this.#drawn.what
  }

  #lanesFor(kind: LaneKind, { known }: CrossFilter, answer: Answer): Lanes {
    this.#types ??= typesIn(this.#facts)
    if (this.#cut?.kind !== kind || this.#cut.answer !== answer)
      this.#cut = { kind, answer, into: lanesFor(kind, this.#facts, known, this.#types, answer) }
    return this.#cut.into
  }

  /** The map leaves out the area that was drawn on it. */
  #map({ filter, map }: Question, { failsAt }: CrossFilter): ShownMap | null {
    if (map === null) return null
    const key = JSON.stringify([without(filter, 'area'), map])
    if (this.#onMap?.of !== key) this.#onMap = { of: key, what: this.#drawMap(map, failsAt) }
    return this.#onMap.what
  }

  #drawMap(map: NonNullable<Question['map']>, failsAt: CrossFilter['failsAt']): ShownMap {
    this.#known ??= { points: mapPointsOf(this.#facts), weights: weightsOf(this.#facts) }
    const { points, weights } = this.#known
    const { find, ...question } = map
    const area = bitOf('area')
    const passes = (row: number) => (failsAt(row) & ~area) === 0
    return {
      ...drawMap(this.#facts, points, passes, question),
      extent: points.extent,
      labels: labelsIn(this.#facts, weights, map.box),
      found: find === null ? null : findOnMap(this.#facts, find),
    }
  }

  #list({ view, listed: most }: Question, cross: CrossFilter, answer: Answer): number[] {
    const { id } = this.#facts
    const { first, past } = cross.rowsInPeriod()
    const listed: number[] = []
    const wanted = Math.min(most, answer.incidents + answer.duplicates)
    for (let k = 0; listed.length < wanted && k < past - first; k++) {
      const row = view.order === 'newest' ? past - 1 - k : first + k
      if (cross.failsAt(row) === 0) listed.push(id[row] as number)
    }
    if (!sameIds(this.#listed, listed)) this.#listed = listed
    return this.#listed
  }

  /** By a cross-filter of its own, of which only the answer is kept: what is compared with rarely changes. */
  #compare({ against, view }: Question): Answer | null {
    if (against === null) {
      this.#other = null
      return null
    }
    const key = JSON.stringify([against, view.unit])
    if (this.#other?.key === key) return this.#other.answer
    const answer = new CrossFilter(this.#facts, against, view.unit).answer()
    this.#other = { key, answer }
    return answer
  }

  #names({ filter, against }: Question): Shown['names'] {
    const both = against === null ? [filter] : [filter, against]
    const [actors, parties] = [both.flatMap((one) => one.actors), both.flatMap((one) => one.parties)]
    const [places, primaryPlaces] = [
      both.flatMap((one) => one.places),
      both.flatMap((one) => one.primaryPlaces),
    ]
    const reports = both.flatMap((one) => one.reports)
    const of = <T extends { id: number; names: FilterNames['actors'][number] }>(
      all: readonly T[],
      ids: number[],
    ) => Object.fromEntries(all.filter(({ id }) => ids.includes(id)).map(({ id, names }) => [id, names]))
    const named = {
      actors: of(this.#facts.actors, [...actors, ...parties]),
      places: of(this.#facts.places, [...places, ...primaryPlaces]),
      reports: Object.fromEntries(
        this.#facts.reports.filter(({ id }) => reports.includes(id)).map(({ id, ...name }) => [id, name]),
      ),
    }
    if (JSON.stringify(named) !== JSON.stringify(this.#named)) this.#named = named
    return this.#named
  }
}

/** Whether both are the same ids, whatever array they came in: every question brings its own. */
function sameIds(one: readonly number[] | null, other: readonly number[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((id, at) => id === other[at])
}
