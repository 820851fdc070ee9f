'use client'

import { useRouter } from 'next/navigation'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useTransition,
} from 'react'
import type { Filter } from '@/lib/analysis/filter'
import type { FilterNames } from '@/lib/analysis/filter-names'
import { writeFilter } from '@/lib/analysis/filter-url'
import type { View } from '@/lib/analysis/view'

interface Asked {
  filter: Filter
  view: View
}

export interface FilterState extends Asked {
  names: FilterNames
  /** Today's civil date, for "last month" and the like. */
  today: string
  /** The page for the latest change is on its way. */
  pending: boolean
  /**
   * Asks for another filter or view: the URL changes and the page with it. `replace` keeps the history as it is,
   * for the second and later letters of a word being typed.
   */
  ask(change: { filter?: Partial<Filter>; view?: Partial<View>; replace?: boolean }): void
}

/** Who holds the filter of a page gives it to its fields by this. */
export const FilterContext = createContext<FilterState | null>(null)

/** The filter and view of this page and how to change them. */
export function useFilter(): FilterState {
  const state = useContext(FilterContext)
  if (!state) throw new Error('useFilter outside of a FilterContext')
  return state
}

/** Address of the timeline for a filter and view. */
function timelineHref(filter: Filter, view: View): string {
  const query = writeFilter(filter, view)
  return query ? `/timeline?${query}` : '/timeline'
}

interface Props extends Asked {
  names: FilterNames
  today: string
  children: ReactNode
}

/** Holds what the URL asks for; the URL stays the only place where it is kept. */
export function FilterProvider({ filter, view, names, today, children }: Props) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const [shown, show] = useOptimistic<Asked>({ filter, view })
  // Two quick changes must add up although the page for the first has not come yet.
  const latest = useRef<Asked>({ filter, view })
  /** Address of the last step of the history that was asked for; null: it is no longer waited for. */
  const pushed = useRef<string | null>(null)
  useEffect(() => {
    latest.current = { filter, view }
    pushed.current = null
  }, [filter, view])
  const state = useMemo<FilterState>(
    () => ({
      ...shown,
      names,
      today,
      pending,
      ask(change) {
        const next = {
          filter: { ...latest.current.filter, ...change.filter },
          view: { ...latest.current.view, ...change.view },
        }
        latest.current = next
        startTransition(() => {
          show(next)
          const href = timelineHref(next.filter, next.view)
          // A navigation drops one that is still on its way: to replace before the step that was pushed last has come would
          // overwrite the one before it.
          const hasCome = pushed.current === null || pushed.current === location.pathname + location.search
          if (change.replace && hasCome) router.replace(href, { scroll: false })
          else {
            pushed.current = href
            router.push(href, { scroll: false })
          }
        })
      },
    }),
    [shown, names, today, pending, router, show],
  )
  return <FilterContext value={state}>{children}</FilterContext>
}
