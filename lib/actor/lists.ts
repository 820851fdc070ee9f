export const actorKinds = [
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-forces',
  'organisation',
  'person',
  'unknown',
] as const
/** ACLED's eight kinds (inter 1 to 8), then what only speaks or mediates. */
export type ActorKind = (typeof actorKinds)[number]

export const actorRelations = ['part-of', 'allied-with', 'successor-of'] as const
