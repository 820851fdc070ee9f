import type { Halt } from '@/lib/access/viewer'

/** The code of the problem of somebody who may read nothing: what they do to read. */
export const signInCode = (halt: Halt | null | undefined): string =>
  halt === 'locked' ? 'session-locked' : halt ? 'second-factor-needed' : 'sign-in-needed'
