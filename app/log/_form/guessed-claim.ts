import { readCount } from '@/lib/text/counts'
import type { FormClaim, FormIncident } from './form-types'
import { guessClaim } from './guess-claim'
import { substanceOf } from './substance'

/** The claim that its words suggest: subject, outcome, count, and whose people or things they were. */
export function guessedClaim(quote: string, claim: FormClaim, incident: FormIncident): Partial<FormClaim> {
  const guess = guessClaim(quote)
  const count = readCount(quote)
  const says =
    guess && guess.subject !== claim.says.subject
      ? substanceOf(guess.subject, claim.says, incident)
      : claim.says
  if (says.subject === 'casualties') {
    const outcome = guess?.subject === 'casualties' ? guess.outcome : says.outcome
    return { says: { ...says, ...count, outcome, party: says.party ?? targetOf(incident) } }
  }
  if (says.subject === 'equipment') {
    const thing = guess?.subject === 'equipment' ? { category: guess.category, outcome: guess.outcome } : {}
    return { says: { ...says, ...count, ...thing, owner: says.owner ?? targetOf(incident) } }
  }
  return { says }
}

/** Losses told of without more are mostly the target's; shown in the field, so that it is seen and mended. */
const targetOf = ({ parties }: FormIncident): string | null =>
  parties.find(({ part }) => part === 'target')?.key ?? null
