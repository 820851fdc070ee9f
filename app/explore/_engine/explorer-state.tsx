'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { FilterContext, type FilterState } from '@/app/timeline/_filter/filter-state'
import type { Question } from '@/lib/analysis/facts/explorer'
import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import type { FilterNames } from '@/lib/analysis/filter-names'
import type { Summary } from '@/lib/analysis/summary'
import { type Explored, readExplored, writeExplored } from '../explore-url'
import { type Engine, useEngine } from './use-engine'
import { useMatches } from './use-matches'

type Attributed = Record<string, Omit<Summary['attributions'][number], 'incidents'>>

type Change = Partial<Explored> | ((now: Explored) => Partial<Explored>)

interface ExplorerState {
  explored: Explored
  engine: Engine
  names: FilterNames
  /** Of every dataset, by its slug. */
  attributions: Attributed
  today: string
  /** Fetching which incidents hold the words searched for did not work. */
  matchesFailed: boolean
  /** Shows something else. `replace` keeps the history as it is: for the second and later steps of one gesture. */
  show(change: Change, replace?: boolean): void
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

/** What the explorer shows, and how to show something else. */
export function useExplorer(): ExplorerState {
  const state = useContext(Context)
  if (!state) throw new Error('useExplorer outside of ExplorerProvider')
  return state
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
  children: ReactNode
}

/** Holds what is explored, keeps the address the same as it, and asks the worker. */
export function ExplorerProvider({ explored: first, names: known, attributions, today, children }: Props) {
  const [explored, show] = useExplored(first)
  const { filter, view, lanes, window, against, map: isMapOpen } = explored
  const [columns, setColumns] = useState(FIRST_COLUMNS)
  const [listed, setListed] = useState(LIST_STEP)
  const [mapQuestion, setMapQuestion] = useState<MapQuestion | null>(null)
  const [flight, setFlight] = useState<Flight | null>(null)
  const map = useMemo(
    () => (isMapOpen && mapQuestion ? { ...mapQuestion, find: flight?.id ?? null } : null),
    [isMapOpen, mapQuestion, flight],
  )
  const { engine, ask } = useEngine()
  const { matches, failed } = useMatches(filter.text, engine.state === 'open' ? engine.change : null)
  const { order, unit } = view
  const question = useMemo<Question | null>(
    () =>
      matches === undefined
        ? null
        : { filter, matches, view: { order, unit }, window, lanes, columns, listed, against, map },
    [filter, matches, order, unit, window, lanes, columns, listed, against, map],
  )
  useEffect(() => {
    if (question) ask(question)
  }, [question, ask])
  const told = engine.state === 'open' ? engine.shown?.names : undefined
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
  const state = useMemo<ExplorerState>(
    () => ({
      explored,
      engine,
      names,
      attributions,
      today,
      matchesFailed: failed,
      show,
      setColumns,
      listMore,
      setMapQuestion,
      flight,
      flyTo,
    }),
    [explored, engine, names, attributions, today, failed, show, listMore, flight, flyTo],
  )
  const pending = engine.state === 'open' && engine.pending
  const filterState = useMemo<FilterState>(
    () => ({
      filter,
      view,
      names,
      today,
      pending,
      ask: ({ filter: filterChange, view: viewChange, replace }) =>
        show(
          (now) => ({ filter: { ...now.filter, ...filterChange }, view: { ...now.view, ...viewChange } }),
          replace,
        ),
    }),
    [filter, view, names, today, pending, show],
  )
  return (
    <Context value={state}>
      <FilterContext value={useDeferredValue(filterState)}>{children}</FilterContext>
    </Context>
  )
}

/** The address is written this long after the last step of a gesture: browsers refuse to change it at every frame. */
const WRITE_MS = 150

/** What is explored: at first what the page was asked for; then what is chosen here, or gone back to. */
function useExplored(first: Explored): [Explored, (change: Change, replace?: boolean) => void] {
  const [explored, setExplored] = useState(first)
  const latest = useRef(first)
  const writing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const show = useCallback((change: Change, replace = false) => {
    const next = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) }
    latest.current = next
    setExplored(next)
    clearTimeout(writing.current)
    const write = () => {
      const query = writeExplored(next)
      const href = query ? `/explore?${query}` : '/explore'
      if (replace) window.history.replaceState(null, '', href)
      else window.history.pushState(null, '', href)
    }
    if (replace) writing.current = setTimeout(write, WRITE_MS)
    else write()
  }, [])
  useEffect(() => {
    const back = () => {
      const read = readExplored(new URLSearchParams(window.location.search))
      if (!read.ok || window.location.pathname !== '/explore') return
      clearTimeout(writing.current)
      latest.current = read.explored
      setExplored(read.explored)
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  return [explored, show]
}
