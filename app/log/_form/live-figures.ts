import { deriveFigures } from '@/lib/claim/derive-figures'
import { deriveEpisode, type EpisodeFigure } from '@/lib/claim/episode'
import type { Figure } from '@/lib/claim/figure'
import { figureInput } from '@/lib/claim/from-draft'
import { type ProposedLink, proposeSuperseded } from '@/lib/claim/propose-superseded'
import type { FormClaim, FormEpisode, FormIncident, FormLog, FormReport, FormStatement } from './form-types'
import type { Recorded } from './use-recorded'

export interface LiveFigures {
  figures: Figure[]
  /** Corrections that a person may accept. */
  proposals: ProposedLink[]
}

/** The figures as they would be saved, by the very rules that saving uses; claims half typed are left out. */
export function liveFigures(
  incident: FormIncident,
  statements: readonly FormStatement[],
  reports: readonly FormReport[],
): LiveFigures {
  const { claims, conflictSets, denials } = figureInput(
    { ...incident, claims: incident.claims.filter(isTyped) },
    statements,
    reports,
  )
  return { figures: deriveFigures(claims, conflictSets, denials), proposals: proposeSuperseded(claims) }
}

const carried = {
  exactly: ['point'],
  about: ['point'],
  'at-least': ['min'],
  'at-most': ['max'],
  between: ['min', 'max'],
  word: ['min'],
  plural: [],
  none: [],
  denial: [],
} as const

/** An episode's figures, and what of them its incidents' own figures leave over. */
export interface LiveEpisode {
  episode: FormEpisode
  figures: EpisodeFigure[]
  /** Codes of incidents whose figures are not at hand: what they account for is not known. */
  missing: string[]
}

/** Figures of the episodes that the incident is of, by the rules that reading uses. */
export function liveEpisodes(log: FormLog, incident: FormIncident, recorded: Recorded): LiveEpisode[] {
  return log.episodes
    .filter((episode) => episode.incidents.includes(incident.key))
    .map((episode) => {
      const own = (member: string) => log.incidents.find(({ key }) => key === member)
      const known = episode.incidents.flatMap((member) => {
        const here = own(member)
        const figures = here
          ? liveFigures(here, log.statements, log.reports).figures
          : recorded.get(member)?.figures
        return figures ? [figures] : []
      })
      const claims = episode.claims.filter(isTyped)
      const input = figureInput({ claims, conflictSets: [] }, log.statements, log.reports)
      return {
        episode,
        figures: deriveEpisode(input.claims, known, input.conflictSets, input.denials),
        missing: episode.incidents.filter((member) => !own(member) && !recorded.has(member)),
      }
    })
}

/** Whether the number that the operator carries has been typed and is one. */
export function isTyped({ says }: FormClaim): boolean {
  if (!('operator' in says)) return true
  return carried[says.operator].every((field) => Number.isInteger(says[field]) && (says[field] ?? -1) >= 0)
}

const cellParts = ['site', 'party', 'status', 'sexAge'] as const

/** Without the sums between a whole and its only part, which say what the part says. */
export function toldApart(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => {
    const said = cellParts.filter((part) => figure.cell[part] !== null)
    const echoed = figures.some((other) => other !== figure && liesIn(other, figure) && alike(other, figure))
    return said.length === 0 || figure.basis === 'claims' || !echoed
  })
}

const liesIn = ({ cell }: Figure, whole: Figure): boolean =>
  cell.outcome === whole.cell.outcome &&
  cell.unit === whole.cell.unit &&
  cellParts.every((part) => whole.cell[part] === null || whole.cell[part] === cell[part])

const alike = (a: Figure, b: Figure): boolean =>
  a.low === b.low && a.best === b.best && a.high === b.high && a.open === b.open
