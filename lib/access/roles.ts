/** What a person may be here, from least to most. */
export const roles = ['reader', 'contributor', 'analyst', 'reviewer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Those who work on the record together, and so see its drafts and what is kept for "the team". */
export const teamRoles = ['analyst', 'reviewer', 'administrator'] as const satisfies readonly Role[]
