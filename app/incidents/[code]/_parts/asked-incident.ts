import { cache } from 'react'
import { forPage } from '@/app/_http/page-failure'
import { pageViewer } from '@/app/_http/page-viewer'
import { mayReadHistory } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import type { DetailDataset, DetailVersion, IncidentDetail, Withdrawal } from '@/lib/analysis/incident-detail'
import {
  hasIncident,
  readIncident,
  readIncidentVersion,
  readWithdrawal,
} from '@/lib/operations/read-incident'
import { type ReviewOfIncident, readReview } from '@/lib/operations/review/read-review'
import { Refusal } from '@/lib/problem'
import { pastDetail } from './past-detail'

/** What Next gives a page of /incidents/[code]. */
export interface Asked {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A past state and what it turned into. */
export interface Past {
  version: DetailVersion
  /** The state that followed it; null where either of the two was imported and has no document. */
  next: IncidentDetail | null
  /** False for an imported first version: then the row is all there was. */
  documented: boolean
  row: DetailDataset['row']
}

export interface FoundIncident {
  incident: IncidentDetail
  past: Past | null
}

/** Whether there is what the address names. Answered at once, where reading it whole takes its time. */
export async function isAskedThere({ params, searchParams }: Asked): Promise<boolean> {
  const [{ code }, { version }] = await Promise.all([params, searchParams])
  const viewer = await pageViewer(`/incidents/${encodeURIComponent(code)}`)
  if (version === undefined) return await forPage(hasIncident(viewer, code))
  const number = String(version)
  return aVersion.test(number) && (await forPage(hasIncident(viewer, code, Number(number))))
}

/** What is left of the incident that the address names, where it was withdrawn; null where it was not. */
export async function askedWithdrawal({ params }: Asked): Promise<Withdrawal | null> {
  const { code } = await params
  return await forPage(readWithdrawal(await pageViewer(`/incidents/${encodeURIComponent(code)}`), code))
}

/** The work on the incident, for who takes part in it; null for others. */
export async function askedReview({ params }: Asked): Promise<ReviewOfIncident | null> {
  const { code } = await params
  return await forPage(readReview(await pageViewer(`/incidents/${encodeURIComponent(code)}`), code))
}

const aVersion = /^[1-9]\d{0,8}$/

/** The incident that the address names, as it is or as ?version=N has it; null if there is none. */
export async function askedIncident({ params, searchParams }: Asked): Promise<FoundIncident | null> {
  const [{ code }, { version }] = await Promise.all([params, searchParams])
  return await forPage(found(code, version === undefined ? null : String(version)))
}

// Title and page of one request ask for the same incident.
const found = cache(async (code: string, version: string | null): Promise<FoundIncident | null> => {
  try {
    const viewer = await pageViewer(`/incidents/${encodeURIComponent(code)}`)
    const present = await readIncident(viewer, code)
    if (version === null) return { incident: present, past: null }
    if (!mayReadHistory(viewer)) return null
    if (version === String(present.version)) return { incident: present, past: null }
    return aVersion.test(version) ? await pastIncident(viewer, present, Number(version)) : null
  } catch (error) {
    if (error instanceof Refusal && (error.kind === 'not-found' || error.kind === 'withdrawn')) return null
    throw error
  }
})

async function pastIncident(
  viewer: Viewer,
  present: IncidentDetail,
  version: number,
): Promise<FoundIncident> {
  const { code } = present
  const then = await readIncidentVersion(viewer, code, version)
  const incident = pastDetail(present, then)
  const next =
    version + 1 === present.version
      ? present
      : pastDetail(present, await readIncidentVersion(viewer, code, version + 1))
  return {
    incident: incident ?? present,
    past: { version: then, next: incident && next, documented: incident !== null, row: then.row },
  }
}
