import type { CivilDate } from '@/lib/incident/when'

/** Prisma speaks of a Postgres `date` as the UTC midnight of its day. */
export const toDate = (day: CivilDate | null): Date | null =>
  day === null ? null : new Date(`${day}T00:00:00Z`)

export const toCivil = (date: Date | null): CivilDate | null => date?.toISOString().slice(0, 10) ?? null

/** The day that embargoes are held against: of UTC, as the database's own days are. */
export const today = (): CivilDate => new Date().toISOString().slice(0, 10)
