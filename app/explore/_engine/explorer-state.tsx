'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { FilterContext, type FilterState } from '@/app/timeline/_filter/filter-state'
import type { Question } from '@/lib/analysis/facts/explorer'
import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import type { FilterNames } from '@/lib/analysis/filter-names'
import type { Summary } from '@/lib/analysis/summary'
import type { Explored } from '../explore-url'
import { type Engine, type Change as EngineChange, useEngine } from './use-engine'
import { type Change, useExplored } from './use-explored'
import { useMatches } from './use-matches'

type Attributed = Record<string, Omit<Summary['attributions'][number], 'incidents'>>

interface ExplorerState {
  explored: Explored
  engine: Engine
  /** Something was asked for that is not shown yet. */
  pending: boolean
  /** No gesture goes on: what takes longer than a step follows. */
  rests: boolean
  /** Fetching which incidents hold the words searched for did not work. */
  matchesFailed: boolean
}

/** What stays as it is from step to step, so that whoever uses only this is not drawn anew at each. */
interface ExplorerHands {
  names: FilterNames
  /** Of every dataset, by its slug. */
  attributions: Attributed
  today: string
  /** In a frame of another site's page, which shows what everybody may read and is nobody's. */
  isEmbedded: boolean
  /** Other sites may show views of what is published. */
  isEmbeddable: boolean
  /** Address of an outside style that lies under the map; null: it is drawn from here alone. */
  mapGround: string | null
  /** What was changed by others last; null where nothing was. */
  change: EngineChange | null
  /** Shows something else. `replace` keeps the history as it is: for the second and later steps of one gesture. */
  show(change: Change, replace?: boolean): void
  /** Shows a step of a gesture, the first or a later one. */
  step(change: Change, isFirst: boolean): void
  /** The gesture is over, and what follows where it rests need not wait. */
  settle(): void
  /** How many columns the timeline has room for, and incidents the list. */
  setColumns(columns: number): void
  listMore(): void
  /** What the map looks at; null while there is none. */
  setMapQuestion(asked: MapQuestion | null): void
  /** The incident that the map was last asked to fly to, as often as it was. */
  flight: Flight | null
  flyTo(id: number): void
}

/** One wish to see an incident on the map. */
export interface Flight {
  id: number
}

const Context = createContext<ExplorerState | null>(null)
const HandsContext = createContext<ExplorerHands | null>(null)

/** What the explorer is asked for and shows: another at each step. */
export function useExplorer(): ExplorerState {
  const state = useContext(Context)
  if (!state) throw new Error('useExplorer outside of ExplorerProvider')
  return state
}

/** How to show something else, and names for what is shown. */
export function useExplorerHands(): ExplorerHands {
  const hands = useContext(HandsContext)
  if (!hands) throw new Error('useExplorerHands outside of ExplorerProvider')
  return hands
}

/** Until the timeline knows how much room it has. */
const FIRST_COLUMNS = 400

/** Incidents that the list shows at once, and that each asking for more adds. */
const LIST_STEP = 40

interface Props {
  explored: Explored
  names: FilterNames
  attributions: Attributed
  today: string
  isEmbedded?: boolean
  isEmbeddable?: boolean
  mapGround?: string | null
  children: ReactNode
}

type Rest = Pick<Question, 'matches' | 'columns' | 'listed' | 'map'>

function questionOf({ filter, view, window, lanes, against }: Explored, rest: Rest): Question {
  return { filter, view: { order: view.order, unit: view.unit }, window, lanes, against, ...rest }
}

/** Whether two questions ask for the same: their parts are the same objects, as each step leaves those it does not change. */
const isSame = ({ view, ...one }: Question, { view: otherView, ...other }: Question): boolean =>
  view.order === otherView.order &&
  view.unit === otherView.unit &&
  (Object.keys(one) as (keyof typeof one)[]).every((part) => one[part] === other[part])

/** Holds what is explored, keeps the address the same as it, and asks the worker. */
export function ExplorerProvider(given: Props) {
  const {
    explored: first,
    names: known,
    attributions,
    today,
    isEmbedded = false,
    isEmbeddable = false,
    mapGround = null,
  } = given
  const early = useRef<(next: Explored) => void>(() => undefined)
  const begin = useCallback((next: Explored) => early.current(next), [])
  const { explored, rested, show, step, isLatest, catchUp, rest, settle } = useExplored(
    first,
    isEmbedded,
    begin,
  )
  const { filter, map: isMapOpen } = explored
  const [columns, setColumns] = useState(FIRST_COLUMNS)
  const [listed, setListed] = useState(LIST_STEP)
  const [mapQuestion, setMapQuestion] = useState<MapQuestion | null>(null)
  const [flight, setFlight] = useState<Flight | null>(null)
  const map = useMemo(
    () => (isMapOpen && mapQuestion ? { ...mapQuestion, find: flight?.id ?? null } : null),
    [isMapOpen, mapQuestion, flight],
  )
  const { engine, ask } = useEngine(isEmbedded, catchUp)
  const open = engine.state === 'open' ? engine : null
  const change = open?.change ?? null
  // The server finds the words itself.
  const { matches, failed } = useMatches(open?.isFromServer ? '' : filter.text, change, isEmbedded)
  const asked = useRef<Question | null>(null)
  const askFor = (next: Question) => {
    if (asked.current && isSame(asked.current, next)) return
    asked.current = next
    ask(next)
  }
  const made = matches === undefined ? null : questionOf(explored, { matches, columns, listed, map })
  const question = made && asked.current && isSame(asked.current, made) ? asked.current : made
  // Before the page is painted: the worker counts meanwhile.
  useLayoutEffect(() => {
    if (question && isLatest(explored)) askFor(question)
  })
  // And before React is heard, where nothing else is to be found out first.
  early.current = (next) => {
    if (matches !== undefined && next.filter.text === filter.text && next.map === isMapOpen)
      askFor(questionOf(next, { matches, columns, listed, map }))
  }
  const told = open?.shown?.names
  const names = useMemo<FilterNames>(
    () => ({
      actors: { ...known.actors, ...told?.actors },
      places: { ...known.places, ...told?.places },
      reports: { ...known.reports, ...told?.reports },
      datasets: known.datasets,
    }),
    [known, told],
  )
  const listMore = useCallback(() => setListed((before) => before + LIST_STEP), [])
  const flyTo = useCallback(
    (id: number) => {
      setFlight({ id })
      show({ map: true }, true)
    },
    [show],
  )
  const pending = engine.state === 'open' && (question === null || engine.answered !== question)
  const state = useMemo<ExplorerState>(
    () => ({ explored, engine, pending, rests: rested === explored, matchesFailed: failed }),
    [explored, rested, engine, pending, failed],
  )
  const hands = useMemo<ExplorerHands>(
    () => ({
      ...{ names, attributions, today, isEmbedded, isEmbeddable, mapGround, change },
      ...{ show, step, settle, setColumns, listMore, setMapQuestion, flight, flyTo },
    }),
    [
      names,
      attributions,
      today,
      isEmbedded,
      isEmbeddable,
      mapGround,
      change,
      show,
      step,
      settle,
      listMore,
      flight,
      flyTo,
    ],
  )
  const filterState = useMemo<FilterState>(
    () => ({
      filter: rested.filter,
      view: rested.view,
      names,
      today,
      pending: false,
      ask: ({ filter: filterChange, view: viewChange, replace }) => {
        show(
          (now) => ({ filter: { ...now.filter, ...filterChange }, view: { ...now.view, ...viewChange } }),
          replace,
        )
        rest()
      },
    }),
    [rested, names, today, show, rest],
  )
  return (
    <HandsContext value={hands}>
      <Context value={state}>
        <FilterContext value={useDeferredValue(filterState)}>{given.children}</FilterContext>
      </Context>
    </HandsContext>
  )
}
