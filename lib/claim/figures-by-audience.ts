import { type Audience, isForTeam, isOpen } from '@/lib/access/audience'
import type { LogDraft } from '@/lib/incident/log-draft'
import { seenLog } from '@/lib/incident/seen-log'
import type { CivilDate } from '@/lib/incident/when'
import { deriveFigures } from './derive-figures'
import type { Figure } from './figure'
import { figureInput } from './from-draft'

/** Whose a stored figure is: of everybody, or where the team knows more, of readers and of the team apart. */
export const figureAudiences = ['all', 'readers', 'team'] as const
export type FigureAudience = (typeof figureAudiences)[number]

/** The figures of an incident as its readers know them, and as the team does. */
export interface FiguresByAudience {
  readers: Figure[]
  /** Null where the team's are the same. */
  team: Figure[] | null
  /** Whether claims, statements or reports are withheld from anybody who may read the incident. */
  withheld: boolean
  /** Whether any are withheld from the team among them. */
  withheldFromTeam: boolean
  /** The first day on which readers will see more. */
  deriveOn: CivilDate | null
}

/** Derives the figures of the log's incident twice: from what is for everybody on `today`, and from what the team sees. */
export function figuresByAudience(log: LogDraft, today: CivilDate): FiguresByAudience {
  const parts = partsOf(log)
  const readers = figuresOf(log, (part) => isOpen(part, today))
  const withheld = parts.some((part) => !isOpen(part, today))
  const team = withheld ? figuresOf(log, isForTeam) : readers
  const embargoes = parts.flatMap(({ visibility, embargo }) =>
    visibility === 'everyone' && embargo !== null && embargo > today ? [embargo] : [],
  )
  return {
    readers,
    team: JSON.stringify(team) === JSON.stringify(readers) ? null : team,
    withheld,
    withheldFromTeam: parts.some((part) => !isForTeam(part)),
    deriveOn: embargoes.sort()[0] ?? null,
  }
}

function partsOf({ reports, statements, incidents, episodes }: LogDraft): Audience[] {
  return [
    ...reports,
    ...statements,
    ...[...incidents, ...episodes].flatMap((owner): Audience[] => owner.claims),
  ]
}

function figuresOf(log: LogDraft, sees: (part: Audience) => boolean): Figure[] {
  const seen = seenLog(log, { sees, knows: () => true })
  const [incident] = seen.incidents
  if (!incident) return []
  const { claims, conflictSets, denials } = figureInput(incident, seen.statements, seen.reports)
  return deriveFigures(claims, conflictSets, denials)
}
