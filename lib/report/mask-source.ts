import { PROTECTED_OUTLET } from '@/lib/access/protection'
import type { ReportDraft, StatementDraft } from './draft'

/** What of a report tells its source. */
export type SourceTruth = Pick<
  ReportDraft,
  'outlet' | 'agencies' | 'url' | 'archivedUrl' | 'title' | 'publishedOnWhy' | 'text'
>
/** What of a statement tells its speaker. */
export type SpeakerTruth = Pick<StatementDraft, 'actorId' | 'speakerName' | 'speakerRole'>

export const sourceOf = ({
  outlet,
  agencies,
  url,
  archivedUrl,
  title,
  publishedOnWhy,
  text,
}: SourceTruth): SourceTruth => ({ outlet, agencies, url, archivedUrl, title, publishedOnWhy, text })

export const speakerOf = ({ actorId, speakerName, speakerRole }: SpeakerTruth): SpeakerTruth => ({
  ...{ actorId, speakerName, speakerRole },
})

/** The report as those see it to whom its source is not shown. */
export const maskedReport = <T extends ReportDraft>(report: T): T => ({
  ...report,
  ...{ outlet: PROTECTED_OUTLET, agencies: [], url: null, archivedUrl: null, title: null, text: null },
  ...{ publishedOnWhy: null, protection: 'masked' },
})

/** The statement as those see it to whom its speaker is not shown. */
export const maskedStatement = <T extends StatementDraft>(statement: T): T => ({
  ...statement,
  ...{ actorId: null, speakerName: null, speakerRole: null, protection: 'masked' },
})
