import type { Registry } from '../hostile/database'
import { soundLog } from '../hostile/requests'

/** The words by which an object is told from all others in whatever comes back. */
export interface Words {
  /** Finds it where one searches. */
  key: string
  /** Stands in each of its open texts, and must be read by nobody who may not see it. */
  secret: string
  /** Stands in each of its protected names and texts. */
  truth: string
  /** Stands in notes, pasted texts, comments and originals: for those who work on it. */
  private: string
  /** Id of the place that it happened at, which is protected; its name, and the latitude as it is written. */
  spot: number
  spotName: string
  point: string
}

/** The sound log in words of its own: its place, one of its speakers and one of its two sources protected. */
export function protectedLog(registry: Registry, words: Words) {
  const { key, secret, truth, private: note } = words
  const log = soundLog(registry)
  const point = { lat: Number(words.point), lon: 22.6 }
  return {
    ...log,
    why: note,
    reports: [
      ...log.reports.map((report) => ({ ...report, outlet: `${key} ${secret}`, text: note })),
      {
        ...{ key: 'h', outlet: truth, agencies: [truth], url: `https://${truth}.example/`, title: truth },
        ...{ text: truth, language: 'ar', protection: 'protected' },
      },
    ],
    statements: log.statements.map((statement) => ({
      ...statement,
      note,
      ...('speakerName' in statement
        ? { speakerName: truth, speakerRole: truth, citedBy: ['r', 'h'], protection: 'protected' }
        : {}),
    })),
    incidents: log.incidents.map(({ where, claims, ...incident }) => ({
      ...incident,
      note,
      title: { ar: secret, en: `${key} ${secret}` },
      summary: { en: secret },
      where: {
        ...where,
        ...{ placeId: words.spot, point, phrase: truth, protection: 'protected' },
        sites: where.sites.map((site) => ({ ...site, name: { en: truth }, placeId: words.spot, point })),
      },
      claims: [
        ...claims.map((claim) => ({
          ...claim,
          note,
          ...('quote' in claim ? { quote: secret } : {}),
          ...(claim.says.subject === 'casualties' ? { victims: [truth] } : {}),
        })),
        {
          ...{ key: 'g', statement: 's', report: 'h', quote: secret },
          says: { subject: 'where', placeId: words.spot, site: 'q', phrase: truth },
        },
      ],
    })),
  }
}
