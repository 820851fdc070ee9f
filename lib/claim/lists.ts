export const claimSubjects = [
  'casualties',
  'equipment',
  'when',
  'where',
  'part',
  'responsibility',
  'kind',
  'motive',
] as const
export const equipmentCategories = [
  'tank',
  'armoured-vehicle',
  'armed-vehicle',
  'vehicle',
  'warplane',
  'helicopter',
  'drone',
  'ship',
  'artillery',
  'air-defence',
  'missile-or-rocket',
  'weapons',
  'ammunition',
  'other',
] as const
export const equipmentOutcomes = ['captured', 'disabled', 'destroyed', 'shot-down', 'damaged'] as const
export const stances = ['claimed', 'attributed', 'denied'] as const

export type ClaimSubject = (typeof claimSubjects)[number]
export type EquipmentCategory = (typeof equipmentCategories)[number]
export type EquipmentOutcome = (typeof equipmentOutcomes)[number]
