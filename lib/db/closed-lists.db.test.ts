import { expect, test } from 'vitest'
import { roles } from '@/lib/access/roles'
import { scopes } from '@/lib/access/viewer'
import { actorKinds, actorRelations } from '@/lib/actor/lists'
import { outcomes, personStatuses, sexAges, units } from '@/lib/claim/cell'
import { bases, operators } from '@/lib/claim/count'
import { figureStates } from '@/lib/claim/figure'
import { figureAudiences } from '@/lib/claim/figures-by-audience'
import { claimSubjects, equipmentCategories } from '@/lib/claim/lists'
import { fileTypes } from '@/lib/formats/file-type'
import { kinds } from '@/lib/incident/kinds'
import {
  grades,
  linkKinds,
  meansOfAttack,
  parts,
  siteKinds,
  statuses,
  visibilities,
} from '@/lib/incident/lists'
import { reviewSteps } from '@/lib/incident/review'
import { partsOfDay, whenOpenings, whenPrecisions, whenSenses } from '@/lib/incident/when'
import { placeKinds, wherePrecisions } from '@/lib/place/where'
import { evidenceParts } from '@/lib/report/evidence'
import { channels, publishedOnBases } from '@/lib/report/lists'
import { freshDatabase } from './test-database'

const { prisma } = await freshDatabase()

const lists: [constraint: string, list: readonly string[]][] = [
  ['incident_kind_listed', kinds],
  ['incident_means_listed', meansOfAttack],
  ['incident_when_precision_listed', whenPrecisions],
  ['incident_when_sense_listed', whenSenses],
  ['incident_when_open_listed', whenOpenings],
  ['incident_when_part_of_day_listed', partsOfDay],
  ['incident_where_precision_listed', wherePrecisions],
  ['incident_status_listed', statuses],
  ['review_step_step_listed', reviewSteps],
  ['incident_grade_listed', grades],
  ['incident_visibility_listed', visibilities],
  ['incident_link_kind_listed', linkKinds],
  ['incident_killed_state_listed', [...figureStates, 'not-collected']],
  ['incident_wounded_state_listed', [...figureStates, 'not-collected']],
  ['figure_state_listed', figureStates],
  ['report_published_on_basis_listed', publishedOnBases],
  ['report_visibility_listed', visibilities],
  ['statement_channel_listed', channels],
  ['statement_visibility_listed', visibilities],
  ['place_kind_listed', placeKinds],
  ['actor_kind_listed', actorKinds],
  ['user_role_listed', roles],
  ['invitation_role_listed', roles],
  ['api_token_scopes_listed', scopes],
  ['actor_relation_kind_listed', actorRelations],
  ['site_kind_listed', siteKinds],
  ['site_precision_listed', wherePrecisions],
  ['party_part_listed', parts],
  ['claim_subject_listed', claimSubjects],
  ['claim_person_status_listed', personStatuses],
  ['claim_sex_age_listed', sexAges],
  ['claim_unit_listed', units],
  ['claim_basis_listed', bases],
  ['claim_moved_from_listed', outcomes],
  ['claim_operator_listed', operators],
  ['claim_category_listed', equipmentCategories],
  ['claim_visibility_listed', visibilities],
  ['figure_person_status_listed', personStatuses],
  ['figure_sex_age_listed', sexAges],
  ['figure_audience_listed', figureAudiences],
  ['figure_outcome_listed', outcomes],
  ['figure_unit_listed', units],
  ['evidence_type_listed', fileTypes],
  ['evidence_visibility_listed', visibilities],
  ['evidence_file_part_listed', evidenceParts],
]

test.each(lists)('%s holds the list of the code', async (constraint, list) => {
  const [row] = await prisma.$queryRaw<{ definition: string }[]>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${constraint}`
  const held = [...(row?.definition ?? '').matchAll(/'([^']+)'::text/g)].map(([, value]) => value)
  expect(new Set(held)).toEqual(new Set(list))
})

test('every closed list of the database is in this test', async () => {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    select conname as name from pg_constraint where conname like '%\_listed' order by 1`
  const own = ['claim_outcome_listed', 'figure_basis_listed']
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([...lists.map(([name]) => name), ...own]))
})
