import { isOfTeam } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'

/**
 * The incidents with their facts as the viewer knows them, for `from … i`: the rows themselves, or for the team, where it
 * knows more of any, those rows with its own facts laid over them. Who may read which row is another question
 * (visible-to.ts).
 */
export async function incidentsOf(db: Database, viewer: Viewer): Promise<Prisma.Sql> {
  if (!isOfTeam(viewer)) return Prisma.sql`incident`
  const [row] = await db.$queryRaw<{ any: boolean }[]>`
    select exists (select from incident_team_facts) as "any"`
  return row?.any ? withTeamFacts : Prisma.sql`incident`
}

/** The audience whose figures the viewer is not shown. */
export const othersFigures = (viewer: Viewer): 'readers' | 'team' => (isOfTeam(viewer) ? 'readers' : 'team')

const facts = [
  ...['killed', 'wounded'].flatMap((outcome) =>
    ['low', 'best', 'high', 'open', 'state'].map((bound) => `${outcome}_${bound}`),
  ),
  'disputed',
]

/** Whatever else of `incident` any query of lists and charts reads. */
const columns = [
  ...[
    'id',
    'code',
    'title_ar',
    'title_en',
    'kind',
    'start_on',
    'end_on',
    'sort_on',
    'place_id',
    'lat',
    'lon',
  ],
  ...['when_precision', 'when_sense', 'when_open', 'when_time', 'when_part_of_day', 'when_phrase'],
  ...['when_counted_from', 'where_precision', 'status', 'visibility', 'named', 'embargo', 'created_by'],
  ...['sample', 'dataset_id', 'deleted_at', 'search_text', 'version', 'withheld', 'withheld_from_team'],
  ...['grade', 'means', 'updated_at'],
]

/** A plain join that the planner folds into the query around it. */
const withTeamFacts = Prisma.raw(`(
  select ${columns.map((name) => `own.${name}`).join(', ')},
    ${facts.map((name) => `case when team.incident_id is null then own.${name} else team.${name} end as ${name}`).join(', ')}
  from incident own left join incident_team_facts team on team.incident_id = own.id)`)
