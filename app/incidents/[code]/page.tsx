import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { composeTitle } from '@/app/_ui/incident-title'
import type { ReviewOfIncident } from '@/lib/operations/review/read-review'
import { EvidenceSection } from './_evidence/evidence-section'
import {
  type Asked,
  askedIncident,
  askedReview,
  askedWithdrawal,
  type FoundIncident,
  isAskedThere,
} from './_parts/asked-incident'
import { bookOf } from './_parts/book'
import { ClaimsSection } from './_parts/claims-section'
import { ConflictSets } from './_parts/conflict-sets'
import { DatasetSection } from './_parts/dataset-section'
import { EquipmentSection, FiguresSection } from './_parts/figures-section'
import { IncidentHead } from './_parts/incident-head'
import { IncidentSkeleton } from './_parts/incident-skeleton'
import { EpisodesSection, LinksSection } from './_parts/links-section'
import { PartiesAside } from './_parts/parties-aside'
import { PastVersion } from './_parts/past-version'
import { ReportsSection } from './_parts/reports-section'
import { SummarySection } from './_parts/summary-section'
import { TeamTools } from './_parts/team-tools'
import { VersionsSection } from './_parts/versions-section'
import { WhereAside } from './_parts/where-aside'
import { CommentsSection } from './_review/comments-section'
import { Discussion } from './_review/discussion'
import { ReviewFacts, ReviewPanel } from './_review/review-panel'
import { WithdrawnIncident } from './_review/withdrawn-incident'

export async function generateMetadata(asked: Asked): Promise<Metadata> {
  const found = await askedIncident(asked)
  if (!found) return {}
  const [locale, t, kinds] = await Promise.all([
    getLocale(),
    getTranslations('incident'),
    getTranslations('kind.kinds'),
  ])
  const { incident } = found
  return { title: composeTitle(locale, t, kinds, { ...incident, place: incident.where.place }) }
}

/**
 * One incident with all that is claimed of it; with ?version=N a past state of it. There is no loading.tsx beside it:
 * a skeleton sent before it is known that there is such an incident would answer 200.
 */
export default async function IncidentPage(asked: Asked) {
  if (!(await isAskedThere(asked))) {
    const withdrawal = await askedWithdrawal(asked)
    if (!withdrawal) notFound()
    return <WithdrawnIncident withdrawal={withdrawal} />
  }
  return (
    <Suspense fallback={<IncidentSkeleton />}>
      <Incident {...asked} />
    </Suspense>
  )
}

async function Incident(asked: Asked) {
  const found = await askedIncident(asked)
  if (!found) notFound()
  const { incident, past } = found
  const review = past ? null : await askedReview(asked)
  const page = <IncidentParts incident={incident} past={past} review={review} />
  if (!review) return page
  const { comments, names, mayComment } = review
  return (
    <Discussion code={incident.code} comments={comments} names={names} mayComment={mayComment}>
      {page}
    </Discussion>
  )
}

function IncidentParts({ incident, past, review }: FoundIncident & { review: ReviewOfIncident | null }) {
  const book = bookOf(incident)
  return (
    <div className="mx-auto grid max-w-[90rem] gap-8 px-4 py-6">
      {past && <PastVersion past={past} incident={incident} />}
      <IncidentHead incident={incident} past={past !== null} mayChange={review?.mayChange ?? false} />
      {review ? (
        <ReviewPanel incident={incident} review={review} />
      ) : (
        !past && <ReviewFacts incident={incident} />
      )}
      {past === null && <TeamTools code={incident.code} />}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-8">
          <SummarySection incident={incident} />
          <FiguresSection incident={incident} book={book} />
          <ConflictSets incident={incident} book={book} mayChange={review?.mayChange ?? false} />
          <EquipmentSection incident={incident} book={book} />
          <ClaimsSection incident={incident} book={book} />
          <EpisodesSection incident={incident} book={book} />
          <ReportsSection incident={incident} book={book} />
          {past === null && <EvidenceSection incident={incident} />}
          {review && <CommentsSection />}
          {incident.dataset && <DatasetSection dataset={incident.dataset} />}
        </div>
        <aside className="grid min-w-0 gap-8">
          <WhereAside incident={incident} />
          <PartiesAside incident={incident} />
          <LinksSection incident={incident} />
          {incident.versions.length > 0 && <VersionsSection incident={incident} shown={incident.version} />}
        </aside>
      </div>
    </div>
  )
}
