'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useAlive } from '@/app/_ui/use-alive'
import type { IncidentGroup, IncidentPage } from '@/lib/analysis/listed'
import type { Grouping, Order } from '@/lib/analysis/view'
import { drawnGroups, drawnIncidents } from './drawn'
import { GroupHeading, HEADING_HEIGHT } from './group-heading'
import { IncidentItem } from './incident-item'
import { ITEM_HEIGHT, ItemSkeleton } from './item-skeleton'
import { JumpTo } from './jump-to'
import { anchorsOf, layOut, totals } from './layout'
import { useKeptPlace } from './use-kept-place'
import { usePages } from './use-pages'

interface Props {
  groups: IncidentGroup[]
  /** Headings to read on from: finer than those shown, where those hold many incidents. */
  steps: IncidentGroup[]
  first: IncidentPage
  query: string
  order: Order
  grouping: Grouping
  datasets: Record<string, string>
}

/**
 * The whole list as a page of its full length, of which only what is near the screen is drawn; contents are fetched as
 * they come into view, from the nearest heading on. Before the script has taken over what came with the page stands one
 * below the other: the page's policy lets the server write no place beside an element.
 */
export function IncidentList({ groups, steps, first, query, order, grouping, datasets }: Props) {
  const t = useTranslations('timeline.list')
  const router = useRouter()
  const laid = useMemo(() => layOut(groups), [groups])
  const anchors = useMemo(() => anchorsOf(steps, order), [steps, order])
  const headings = useMemo(() => new Set(laid.map(({ row }) => row)), [laid])
  const total = totals(laid)
  const onStale = useCallback(() => router.refresh(), [router])
  const { incidents, failed, want } = usePages({ first, query, anchors, total: total.incidents, onStale })

  const box = useRef<HTMLDivElement>(null)
  const margin = useTopOf(box)
  const virtualizer = useWindowVirtualizer({
    count: total.rows,
    estimateSize: (row) => (headings.has(row) ? HEADING_HEIGHT : ITEM_HEIGHT),
    overscan: 10,
    scrollMargin: margin,
    initialRect: { width: 800, height: 1000 },
  })
  useKeptPlace(virtualizer)
  const alive = useAlive()
  const at = (style: CSSProperties) => (alive ? { className: 'absolute inset-x-0', style } : {})

  const rows = virtualizer.getVirtualItems()
  const [from, to] = drawnIncidents(laid, rows)
  useEffect(() => {
    const timer = setTimeout(() => want(from, to), 50)
    return () => clearTimeout(timer)
  }, [want, from, to])

  return (
    <>
      <JumpTo
        groups={laid}
        grouping={grouping}
        onJump={(row) => virtualizer.scrollToIndex(row, { align: 'start' })}
      />
      <div ref={box} className="relative" style={alive ? { height: virtualizer.getTotalSize() } : undefined}>
        {drawnGroups(laid, rows).map(({ group, items }) => {
          const top = virtualizer.measurementsCache[group.row]?.start ?? 0
          const bottom = virtualizer.measurementsCache[group.row + group.count]?.end ?? 0
          const id = `group-${group.start}`
          return (
            <section
              key={group.start}
              aria-labelledby={id}
              {...at({ top: top - margin, height: bottom - top })}
            >
              <GroupHeading id={id} group={group} grouping={grouping} />
              <ol>
                {items.map(({ index, start }) => {
                  const nth = index - group.row - 1
                  const incident = incidents.get(group.before + nth)
                  return (
                    <li
                      key={index}
                      ref={incident && virtualizer.measureElement}
                      data-index={index}
                      aria-setsize={group.count}
                      aria-posinset={nth + 1}
                      {...at({ top: start - top })}
                    >
                      {incident ? (
                        <IncidentItem
                          incident={incident}
                          group={group}
                          dataset={incident.dataset && (datasets[incident.dataset] ?? incident.dataset)}
                        />
                      ) : (
                        <ItemSkeleton />
                      )}
                    </li>
                  )
                })}
              </ol>
            </section>
          )
        })}
      </div>
      {failed && (
        <div role="alert" className="sticky bottom-0 z-20 flex gap-3 bg-danger-soft p-3 text-danger">
          {t('failed')}
          <button type="button" onClick={() => want(from, to)} className="underline">
            {t('retry')}
          </button>
        </div>
      )}
    </>
  )
}

/** How far below the top of the page the list begins; what stands above it may grow and shrink. */
function useTopOf(box: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const look = () => setTop(box.current ? box.current.getBoundingClientRect().top + window.scrollY : 0)
    look()
    const watch = new ResizeObserver(look)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [box])
  return top
}
