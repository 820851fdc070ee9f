import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayRead } from '@/lib/access/questions'
import { unknownInFilter } from '@/lib/analysis/filter-names'
import { attributeDatasets } from '@/lib/operations/attribute-datasets'
import { isEmbeddingOn, publicViewer } from '@/lib/operations/embedding'
import { nameFilter } from '@/lib/operations/name-filter'
import { forPage } from '../../_http/page-failure'
import { parametersOf, type SearchParams } from '../../_http/search-parameters'
import { ExplorerProvider } from '../../explore/_engine/explorer-state'
import { EmbeddedView } from '../_views/embedded-view'
import { Notice, WrongAddress } from '../_views/notice'
import { readEmbed } from '../embed-url'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('explore')
  // Whoever searches should find the page that shows it, or the explorer.
  return { title: t('title'), robots: { index: false } }
}

interface Props {
  params: Promise<{ view: string }>
  searchParams: SearchParams
}

/** A view of what everybody may read, for a page of another site to frame: whoever looks is nobody known. */
export default async function EmbedPage({ params, searchParams }: Props) {
  if (!isEmbeddingOn()) return <Notice of="off" />
  const read = readEmbed((await params).view, parametersOf(await searchParams))
  if (!read.ok) return <WrongAddress problems={read.problems} />
  const viewer = await forPage(publicViewer())
  if (!mayRead(viewer)) return <Notice of="closed" />
  const { view, explored } = read.embedded
  const [names, attributions] = await Promise.all([
    forPage(nameFilter(viewer, explored.filter)),
    forPage(attributeDatasets()),
  ])
  const unknown = unknownInFilter(explored.filter, names)
  if (unknown.length > 0) return <WrongAddress problems={unknown} />
  return (
    <ExplorerProvider
      explored={explored}
      names={names}
      attributions={attributions}
      today={new Date().toISOString().slice(0, 10)}
      isEmbedded
    >
      <EmbeddedView view={view} />
    </ExplorerProvider>
  )
}
