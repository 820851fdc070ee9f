/** Closed lists of the incident's fields; CHECK constraints in the database hold the same (closed-lists.db.test.ts). */

export const meansOfAttack = [
  'small-arms',
  'artillery',
  'rocket',
  'missile',
  'air-strike',
  'drone',
  'barrel-bomb',
  'cluster-munition',
  'chemical',
  'mine',
  'ied',
  'car-bomb',
  'suicide-bomb',
  'grenade',
  'sniper',
  'knife',
  'arson',
  'vehicle',
  'torture',
  'other',
] as const
export const parts = ['initiator', 'target', 'participant', 'mediator', 'bystander'] as const
export const statuses = ['draft', 'in-review', 'verified', 'published', 'rejected', 'withdrawn'] as const
export const grades = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const
export const visibilities = ['everyone', 'team', 'named'] as const
export const linkKinds = [
  'part-of',
  'same-episode',
  'retaliation-for',
  'duplicate-of',
  'context',
  'before',
] as const
export const siteKinds = [
  'quarry',
  'school',
  'hospital',
  'checkpoint',
  'military-base',
  'market',
  'place-of-worship',
  'home',
  'street',
  'road',
  'camp',
  'airport',
  'port',
  'government-building',
  'police-station',
  'prison',
  'oil-or-power',
  'water',
  'farm',
  'border',
  'other',
] as const

export type Means = (typeof meansOfAttack)[number]
export type Part = (typeof parts)[number]
export type Status = (typeof statuses)[number]
export type Grade = (typeof grades)[number]
export type Visibility = (typeof visibilities)[number]
export type LinkKind = (typeof linkKinds)[number]
export type SiteKind = (typeof siteKinds)[number]
