import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import type { Viewer } from '@/lib/access/viewer'
import type { Filter } from '@/lib/analysis/filter'
import { type FilterNames, unknownInFilter } from '@/lib/analysis/filter-names'
import { readFilter, writeFilter } from '@/lib/analysis/filter-url'
import { plainView, type View } from '@/lib/analysis/view'
import { countIncidentGroups, listIncidents, yearsOnRecord } from '@/lib/operations/list-incidents'
import { nameFilter } from '@/lib/operations/name-filter'
import { summarise } from '@/lib/operations/summarise'
import { forPage } from '../_http/page-failure'
import { pageViewer } from '../_http/page-viewer'
import { parametersOf, type SearchParams } from '../_http/search-parameters'
import { SummaryPanel } from './_charts/summary-panel'
import { SummarySkeleton } from './_charts/summary-skeleton'
import { FilterBar } from './_filter/filter-bar'
import { FilterProvider } from './_filter/filter-state'
import { ListPane } from './_list/list-pane'
import { ListSkeleton } from './_list/list-skeleton'
import { BadFilter } from './bad-filter'
import { Panes } from './panes'

export async function generateMetadata() {
  const t = await getTranslations('timeline')
  return { title: t('title') }
}

/**
 * The timeline: read the filter from the URL, ask for the list and the summary, show both. There is no loading.tsx beside
 * it: a skeleton sent before it is known who asks would answer 200 to somebody who is led to the sign-in.
 */
export default async function TimelinePage({ searchParams }: { searchParams: SearchParams }) {
  const parameters = parametersOf(await searchParams)
  const viewer = await pageViewer(`/timeline?${parameters}`)
  const read = readFilter(parameters)
  if (!read.ok) return <BadFilter problems={read.problems} />
  const { filter, view } = read
  const [t, names, years] = await Promise.all([
    getTranslations('timeline'),
    forPage(nameFilter(viewer, filter)),
    forPage(yearsOnRecord(viewer)),
  ])
  const unknown = unknownInFilter(filter, names)
  if (unknown.length > 0) return <BadFilter problems={unknown} />
  const today = new Date().toISOString().slice(0, 10)
  return (
    <FilterProvider filter={filter} view={view} names={names} today={today}>
      <div className="mx-auto max-w-[100rem] px-4 py-3">
        <h1 className="sr-only">{t('title')}</h1>
        <FilterBar years={years} />
        <Panes
          list={
            <Suspense fallback={<ListSkeleton />}>
              <Listed viewer={viewer} filter={filter} view={view} names={names} />
            </Suspense>
          }
          charts={
            // Keyed, so that a new filter's list need not wait for its charts.
            <Suspense
              key={writeFilter(filter, { ...plainView, unit: view.unit })}
              fallback={<SummarySkeleton />}
            >
              <Summarised viewer={viewer} filter={filter} view={view} names={names} />
            </Suspense>
          }
        />
      </div>
    </FilterProvider>
  )
}

interface Asked {
  viewer: Viewer
  filter: Filter
  view: View
  names: FilterNames
}

async function Listed({ viewer, filter, view, names }: Asked) {
  const [groups, months, first] = await forPage(
    Promise.all([
      countIncidentGroups(viewer, filter, view),
      view.group === 'year' ? countIncidentGroups(viewer, filter, { ...view, group: 'month' }) : null,
      listIncidents(viewer, filter, view),
    ]),
  )
  return (
    <ListPane
      filter={filter}
      view={view}
      groups={groups}
      steps={months ?? groups}
      first={first}
      datasets={names.datasets}
    />
  )
}

async function Summarised({ viewer, filter, view, names }: Asked) {
  return (
    <SummaryPanel
      summary={await forPage(summarise(viewer, filter, view))}
      filter={filter}
      view={view}
      names={names}
    />
  )
}
