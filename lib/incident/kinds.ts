/**
 * Kinds of event. ACLED's six types and their sub-types are the base (ACLED codebook 2023); the rest is what it
 * lacks, each with the nearest ACLED pair. `ucdp` is UCDP's type of violence that an event of this kind falls
 * under when it kills: 1 state-based, 2 non-state, 3 one-sided; null where the parties decide or nobody is killed.
 */
export const kindTypes = [
  'battles',
  'explosions',
  'violence-against-civilians',
  'protests',
  'riots',
  'strategic-developments',
  'organised-violence',
] as const
export type KindType = (typeof kindTypes)[number]

interface KindRow {
  type: KindType
  acled: readonly [eventType: string, subEventType: string] | null
  ucdp: 1 | 2 | 3 | null
}

const battles = 'Battles'
const explosions = 'Explosions/Remote violence'
const civilians = 'Violence against civilians'
const protests = 'Protests'
const riots = 'Riots'
const strategic = 'Strategic developments'

const table = {
  'armed-clash': { type: 'battles', acled: [battles, 'Armed clash'], ucdp: null },
  'government-regains-territory': {
    type: 'battles',
    acled: [battles, 'Government regains territory'],
    ucdp: 1,
  },
  'non-state-actor-overtakes-territory': {
    type: 'battles',
    acled: [battles, 'Non-state actor overtakes territory'],
    ucdp: null,
  },
  'aircraft-shot-down': { type: 'battles', acled: [battles, 'Armed clash'], ucdp: null },
  'chemical-weapon': { type: 'explosions', acled: [explosions, 'Chemical weapon'], ucdp: null },
  'air-strike': { type: 'explosions', acled: [explosions, 'Air/drone strike'], ucdp: null },
  'suicide-bomb': { type: 'explosions', acled: [explosions, 'Suicide bomb'], ucdp: null },
  shelling: { type: 'explosions', acled: [explosions, 'Shelling/artillery/missile attack'], ucdp: null },
  'remote-explosive': {
    type: 'explosions',
    acled: [explosions, 'Remote explosive/landmine/IED'],
    ucdp: null,
  },
  grenade: { type: 'explosions', acled: [explosions, 'Grenade'], ucdp: null },
  'sexual-violence': { type: 'violence-against-civilians', acled: [civilians, 'Sexual violence'], ucdp: 3 },
  'attack-on-civilians': { type: 'violence-against-civilians', acled: [civilians, 'Attack'], ucdp: 3 },
  execution: { type: 'violence-against-civilians', acled: [civilians, 'Attack'], ucdp: 3 },
  abduction: {
    type: 'violence-against-civilians',
    acled: [civilians, 'Abduction/forced disappearance'],
    ucdp: null,
  },
  'peaceful-protest': { type: 'protests', acled: [protests, 'Peaceful protest'], ucdp: null },
  'protest-with-intervention': {
    type: 'protests',
    acled: [protests, 'Protest with intervention'],
    ucdp: null,
  },
  'excessive-force-against-protesters': {
    type: 'protests',
    acled: [protests, 'Excessive force against protesters'],
    ucdp: 3,
  },
  'violent-demonstration': { type: 'riots', acled: [riots, 'Violent demonstration'], ucdp: null },
  'mob-violence': { type: 'riots', acled: [riots, 'Mob violence'], ucdp: null },
  agreement: { type: 'strategic-developments', acled: [strategic, 'Agreement'], ucdp: null },
  talks: { type: 'strategic-developments', acled: [strategic, 'Other'], ucdp: null },
  arrests: { type: 'strategic-developments', acled: [strategic, 'Arrests'], ucdp: null },
  'change-to-group': {
    type: 'strategic-developments',
    acled: [strategic, 'Change to group/activity'],
    ucdp: null,
  },
  'disrupted-weapons-use': {
    type: 'strategic-developments',
    acled: [strategic, 'Disrupted weapons use'],
    ucdp: null,
  },
  'base-established': {
    type: 'strategic-developments',
    acled: [strategic, 'Headquarters or base established'],
    ucdp: null,
  },
  'looting-or-destruction': {
    type: 'strategic-developments',
    acled: [strategic, 'Looting/property destruction'],
    ucdp: null,
  },
  'non-violent-transfer-of-territory': {
    type: 'strategic-developments',
    acled: [strategic, 'Non-violent transfer of territory'],
    ucdp: null,
  },
  siege: { type: 'strategic-developments', acled: [strategic, 'Other'], ucdp: null },
  'prisoner-exchange': { type: 'strategic-developments', acled: [strategic, 'Other'], ucdp: null },
  'other-development': { type: 'strategic-developments', acled: [strategic, 'Other'], ucdp: null },
  // UCDP codes who fought whom, not how: these three have no ACLED pair.
  'state-based-violence': { type: 'organised-violence', acled: null, ucdp: 1 },
  'non-state-violence': { type: 'organised-violence', acled: null, ucdp: 2 },
  'one-sided-violence': { type: 'organised-violence', acled: null, ucdp: 3 },
} as const satisfies Record<string, KindRow>

export type Kind = keyof typeof table
export const kinds = Object.keys(table) as [Kind, ...Kind[]]

/** Type of a kind: the six of ACLED and `organised-violence`. */
export const typeOfKind = (kind: Kind): KindType => table[kind].type

/** Kinds of a type, in the order of the table. */
export const kindsOfType = (type: KindType): Kind[] => kinds.filter((kind) => table[kind].type === type)

/** ACLED's event type and sub-event type, or null where ACLED has none. */
export const acledOf = (kind: Kind): KindRow['acled'] => table[kind].acled

/** Kind of UCDP's type of violence 1, 2 or 3. */
export const kindOfUcdp = {
  1: 'state-based-violence',
  2: 'non-state-violence',
  3: 'one-sided-violence',
} as const
