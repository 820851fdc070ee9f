/** What the log of accesses tells of: what was done to accounts, and who was shown what is protected. */
export const acts = [
  'claim',
  'invite',
  'revoke-invitation',
  'accept-invitation',
  'recover',
  'recover-with-factor',
  'recovered',
  'recovered-without-factor',
  'sign-in',
  'sign-in-refused',
  'sign-in-with-factor',
  'sign-in-with-recovery-code',
  'second-factor-refused',
  'sign-out',
  'unlock',
  'change-password',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes',
  'end-session',
  'end-other-sessions',
  'end-sessions',
  'change-role',
  'close-account',
  'reopen-account',
  'change-setting',
  'token-made',
  'token-revoked',
  'reveal',
  'original',
  'refused',
] as const
export type Act = (typeof acts)[number]

/** A line as it is read: times as ISO instants. */
export interface AccessLine {
  id: string
  at: string
  by: string
  action: string
  entity: string | null
  entityId: string | null
  /** Name of the account that it was done to. */
  whose: string | null
  why: string | null
  address: string | null
}
