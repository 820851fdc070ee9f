import arAccount from './ar/account.json'
import arApi from './ar/api.json'
import arClaim from './ar/claim.json'
import arCommon from './ar/common.json'
import arEmbed from './ar/embed.json'
import arEvidence from './ar/evidence.json'
import arExplore from './ar/explore.json'
import arFigure from './ar/figure.json'
import arIncident from './ar/incident.json'
import arKind from './ar/kind.json'
import arList from './ar/list.json'
import arLog from './ar/log.json'
import arOutside from './ar/outside.json'
import arProblem from './ar/problem.json'
import arReview from './ar/review.json'
import arTimeline from './ar/timeline.json'
import arToken from './ar/token.json'
import arVisibility from './ar/visibility.json'
import arWhen from './ar/when.json'
import enAccount from './en/account.json'
import enApi from './en/api.json'
import enClaim from './en/claim.json'
import enCommon from './en/common.json'
import enEmbed from './en/embed.json'
import enEvidence from './en/evidence.json'
import enExplore from './en/explore.json'
import enFigure from './en/figure.json'
import enIncident from './en/incident.json'
import enKind from './en/kind.json'
import enList from './en/list.json'
import enLog from './en/log.json'
import enOutside from './en/outside.json'
import enProblem from './en/problem.json'
import enReview from './en/review.json'
import enTimeline from './en/timeline.json'
import enToken from './en/token.json'
import enVisibility from './en/visibility.json'
import enWhen from './en/when.json'
import type { Language } from './preferences'

const en = {
  account: enAccount,
  api: enApi,
  claim: enClaim,
  common: enCommon,
  embed: enEmbed,
  evidence: enEvidence,
  explore: enExplore,
  figure: enFigure,
  incident: enIncident,
  kind: enKind,
  list: enList,
  log: enLog,
  outside: enOutside,
  problem: enProblem,
  review: enReview,
  timeline: enTimeline,
  visibility: enVisibility,
  token: enToken,
  when: enWhen,
}

const ar: typeof en = {
  account: arAccount,
  api: arApi,
  claim: arClaim,
  common: arCommon,
  embed: arEmbed,
  evidence: arEvidence,
  explore: arExplore,
  figure: arFigure,
  incident: arIncident,
  kind: arKind,
  list: arList,
  log: arLog,
  outside: arOutside,
  problem: arProblem,
  review: arReview,
  timeline: arTimeline,
  visibility: arVisibility,
  token: arToken,
  when: arWhen,
}

/** Every word of the interface in a language; the type holds both languages to the same keys. */
export const messagesOf = (language: Language): typeof en => (language === 'ar' ? ar : en)
