import { describe, expect, it } from 'vitest'
import { blankClaim, blankIncident } from './blank'
import type { FormIncident } from './form-types'
import { guessedClaim } from './guessed-claim'

const incident: FormIncident = {
  ...blankIncident('incident-1'),
  parties: [
    { key: 'party-1', actorId: 1, part: 'initiator' },
    { key: 'party-2', actorId: 2, part: 'target' },
  ],
}
const claim = blankClaim('claim-1', 'statement-1', 'report-1')

describe('the claim that a quote suggests', () => {
  it('counts the target’s people', () => {
    expect(guessedClaim('وجرح ما لا يقل عن خمسة آخرين', claim, incident).says).toMatchObject({
      subject: 'casualties',
      outcome: 'wounded',
      operator: 'at-least',
      min: 5,
      point: null,
      party: 'party-2',
    })
  })

  it('counts things that the target lost', () => {
    expect(guessedClaim('وأعطبت ثلاث دبابات', claim, incident).says).toMatchObject({
      subject: 'equipment',
      category: 'tank',
      outcome: 'disabled',
      operator: 'exactly',
      point: 3,
      owner: 'party-2',
    })
  })

  it('leaves a count that the words do not change as it is', () => {
    const said = { ...claim, says: { ...claim.says, point: 7 } as typeof claim.says }
    expect(guessedClaim('قتل', said, incident).says).toMatchObject({ outcome: 'killed', point: 7 })
  })
})
