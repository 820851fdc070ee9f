import { getTranslations } from 'next-intl/server'
import { unknownInFilter } from '@/lib/analysis/filter-names'
import { attributeDatasets } from '@/lib/operations/attribute-datasets'
import { isEmbeddingOn } from '@/lib/operations/embedding'
import { groundOfMap } from '@/lib/operations/ground-of-map'
import { yearsOnRecord } from '@/lib/operations/list-incidents'
import { nameFilter } from '@/lib/operations/name-filter'
import { forPage } from '../_http/page-failure'
import { pageViewer } from '../_http/page-viewer'
import { parametersOf, type SearchParams } from '../_http/search-parameters'
import { BadFilter } from '../timeline/bad-filter'
import { ExplorerProvider } from './_engine/explorer-state'
import { ExplorerViews } from './_views/explorer-views'
import { readExplored } from './explore-url'

export async function generateMetadata() {
  const t = await getTranslations('explore')
  return { title: t('title') }
}

/** The explorer: read what the URL asks for, and hand over to the browser, which has the facts of its own. */
export default async function ExplorePage({ searchParams }: { searchParams: SearchParams }) {
  const parameters = parametersOf(await searchParams)
  const viewer = await pageViewer(`/explore?${parameters}`)
  const read = readExplored(parameters)
  if (!read.ok) return <BadFilter problems={read.problems} back="/explore" />
  const { filter } = read.explored
  const [t, names, years, attributions] = await Promise.all([
    getTranslations('explore'),
    forPage(nameFilter(viewer, filter)),
    forPage(yearsOnRecord(viewer)),
    forPage(attributeDatasets()),
  ])
  const unknown = unknownInFilter(filter, names)
  if (unknown.length > 0) return <BadFilter problems={unknown} back="/explore" />
  return (
    <ExplorerProvider
      explored={read.explored}
      names={names}
      attributions={attributions}
      today={new Date().toISOString().slice(0, 10)}
      isEmbeddable={isEmbeddingOn()}
      mapGround={groundOfMap()}
    >
      <div className="mx-auto max-w-[100rem] px-4 py-3">
        <h1 className="sr-only">{t('title')}</h1>
        <ExplorerViews years={years} />
      </div>
    </ExplorerProvider>
  )
}
