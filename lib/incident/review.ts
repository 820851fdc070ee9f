import type { Status } from './lists'

/** What can be done with an incident on its way to the readers, and back. */
export const reviewSteps = [
  'submit',
  'verify',
  'publish',
  'confirm',
  'return',
  'reject',
  'withdraw',
  'reopen',
] as const
export type ReviewStep = (typeof reviewSteps)[number]

interface StepRule {
  from: readonly Status[]
  to: Status
  /** Who takes the step: whoever wrote the incident may submit it, all else is for who reviews. */
  by: 'author' | 'reviewer'
  /** Whether it takes words: the one who gets an incident back, or reads that it is gone, wants to know why. */
  needsNote: boolean
  /** Whether it says that the content is right: for that, what contradicts itself must have been looked at. */
  vouches: boolean
}

/**
 * Every way from one status to another. `confirm` verifies anew what was changed after it was published: it stays
 * before its readers, who are told meanwhile that the change has not been verified.
 */
export const stepRules: Record<ReviewStep, StepRule> = {
  submit: { from: ['draft'], to: 'in-review', by: 'author', needsNote: false, vouches: false },
  verify: { from: ['in-review'], to: 'verified', by: 'reviewer', needsNote: false, vouches: true },
  publish: { from: ['verified'], to: 'published', by: 'reviewer', needsNote: false, vouches: true },
  confirm: { from: ['published'], to: 'published', by: 'reviewer', needsNote: false, vouches: true },
  return: { from: ['in-review', 'verified'], to: 'draft', by: 'reviewer', needsNote: true, vouches: false },
  reject: {
    from: ['draft', 'in-review', 'verified'],
    to: 'rejected',
    by: 'reviewer',
    needsNote: true,
    vouches: false,
  },
  withdraw: { from: ['published'], to: 'withdrawn', by: 'reviewer', needsNote: true, vouches: false },
  reopen: { from: ['rejected', 'withdrawn'], to: 'draft', by: 'reviewer', needsNote: false, vouches: false },
}

/** What of an incident decides which steps it can take. */
export interface UnderReview {
  status: Status
  /** It was changed since it was last verified, while it stayed published. */
  unverifiedChange: boolean
}

/** Whether the incident stands where the step begins. */
export const canTake = (step: ReviewStep, { status, unverifiedChange }: UnderReview): boolean =>
  stepRules[step].from.includes(status) && (step !== 'confirm' || unverifiedChange)

/** Whether somebody who reviews has said that it is so. */
export const isVouchedFor = ({ status }: UnderReview): boolean =>
  status === 'verified' || status === 'published'

/**
 * Where a change of its content leaves an incident: what was verified is so no longer and goes back into review. What
 * is published stays so, or a mended typo would take it from its readers; it is marked as changed until `confirm`.
 */
export function afterChange({ status, unverifiedChange }: UnderReview): UnderReview {
  if (status === 'verified') return { status: 'in-review', unverifiedChange: false }
  return { status, unverifiedChange: unverifiedChange || status === 'published' }
}

/** Where a step leaves an incident: its mark of a change ends with the next look at it, or with its time in public. */
export const afterStep = (step: ReviewStep): UnderReview => ({
  status: stepRules[step].to,
  unverifiedChange: false,
})

/** How long a step can be taken back by who took it, if nobody has touched the incident since. */
export const UNDO_MINUTES = 10

/** Why an incident waits for somebody. */
export const waitingReasons = ['returned', 'verify', 'publish', 'confirm', 'decide'] as const
export type WaitingReason = (typeof waitingReasons)[number]
