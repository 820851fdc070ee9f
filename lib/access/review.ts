import { canTake, type ReviewStep, stepRules, type UnderReview } from '@/lib/incident/review'
import { isOfTeam, mayRecord } from './questions'
import { accountOf, type Viewer } from './viewer'

/** What of an incident decides who may do what with it. */
export interface ReviewedIncident extends UnderReview {
  /** Account of whoever logged it; null for what the keeper or a dataset brought. */
  createdBy: string | null
}

/** The same with its authors: whoever logged it, and whoever changed it since a second person last verified it. */
export interface AuthoredIncident extends ReviewedIncident {
  authors: readonly string[]
}

export interface ReviewSettings {
  /** Nobody verifies what they wrote themselves. */
  fourEyes: boolean
}

/** What authors are told apart by: an account, or for the keeper, who has none, the name. */
export const authorName = (viewer: Viewer): string => accountOf(viewer) ?? viewer.name

export const isAuthor = (viewer: Viewer, { authors }: { authors: readonly string[] }): boolean =>
  authors.includes(authorName(viewer))

const isCreator = (viewer: Viewer, { createdBy }: ReviewedIncident): boolean =>
  createdBy !== null && createdBy === accountOf(viewer)

/** May the viewer review at all: verify, return, reject, publish, withdraw? */
export const mayReview = (viewer: Viewer): boolean =>
  viewer.kind === 'keeper' ||
  (viewer.kind === 'member' &&
    (viewer.role === 'reviewer' || viewer.role === 'administrator') &&
    (viewer.scopes === null || viewer.scopes.includes('review')))

/**
 * May the viewer change the incident, delete it or bring it back? A contributor only their own drafts; an analyst what
 * nobody has verified yet; who reviews, all.
 */
export function mayChange(viewer: Viewer, incident: ReviewedIncident): boolean {
  if (!mayRecord(viewer)) return false
  if (viewer.kind === 'keeper' || isReviewerByRole(viewer)) return true
  if (!isOfTeam(viewer)) return isCreator(viewer, incident) && incident.status === 'draft'
  return incident.status === 'draft' || incident.status === 'in-review'
}

const isReviewerByRole = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && (viewer.role === 'reviewer' || viewer.role === 'administrator')

/** May the viewer say that it is ready to be reviewed? The team, and a contributor of their own. */
export const maySubmit = (viewer: Viewer, incident: ReviewedIncident): boolean =>
  mayRecord(viewer) && (isOfTeam(viewer) || isCreator(viewer, incident))

/** May the viewer vouch for it? Under four eyes nobody for what they wrote. */
const mayVerify = (viewer: Viewer, incident: AuthoredIncident, { fourEyes }: ReviewSettings): boolean =>
  mayReview(viewer) && !(fourEyes && isAuthor(viewer, incident))

/** May the viewer take this step, wherever the incident stands? */
export function mayTake(
  viewer: Viewer,
  step: ReviewStep,
  incident: AuthoredIncident,
  settings: ReviewSettings,
): boolean {
  if (stepRules[step].by === 'author') return maySubmit(viewer, incident)
  if (step === 'verify' || step === 'confirm') return mayVerify(viewer, incident, settings)
  return mayReview(viewer)
}

/** The steps that the viewer may take now, in the order of `reviewSteps`. */
export const stepsFor = (
  viewer: Viewer,
  incident: AuthoredIncident,
  settings: ReviewSettings,
): ReviewStep[] =>
  (Object.keys(stepRules) as ReviewStep[]).filter(
    (step) => canTake(step, incident) && mayTake(viewer, step, incident, settings),
  )

/** May the viewer read and write comments on it? The team, and a contributor on their own. */
export const mayDiscuss = (viewer: Viewer, incident: ReviewedIncident): boolean =>
  isOfTeam(viewer) ||
  (viewer.kind === 'member' && viewer.role === 'contributor' && isCreator(viewer, incident))
