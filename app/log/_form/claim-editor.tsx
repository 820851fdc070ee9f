'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ClaimSubject, claimSubjects } from '@/lib/claim/lists'
import { ClaimScope } from './claim-scope'
import { ClaimStanding } from './claim-standing'
import type { PlacedClaim } from './episodes'
import { fieldId, quietLook } from './field'
import type { FormClaim } from './form-types'
import { guessedClaim } from './guessed-claim'
import { useLog } from './log-context'
import { SelectField } from './select-field'
import { useStatementWords } from './statement-words'
import { substanceOf } from './substance'
import { SubstanceFields } from './substance-fields'
import { TextField } from './text-field'

/** Path of a claim's quote: focus goes there when the claim is added. */
export const quoteId = (at: string, index: number) => fieldId(`${at}.claims.${index}.quote`)

/**
 * One claim, open: its words first. What they are about and how many is guessed from them while nothing else has been
 * set by hand, and shown in the fields that follow.
 */
export function ClaimEditor({ placed }: { placed: PlacedClaim }) {
  const { of, claim, path } = placed
  const t = useTranslations('log.claims')
  const lists = useTranslations('list.subject')
  const locale = useLocale()
  const { incident, document, dispatch, focus, tell } = useLog()
  const statementWords = useStatementWords()
  const together = 'episode' in of
  const set = (changes: Partial<FormClaim>) =>
    dispatch({ do: 'change-claim', of, key: claim.key, change: changes })
  const [byHand, setByHand] = useState(together || (claim.quote !== null && claim.quote !== ''))
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-3">
      <TextField
        className="sm:col-span-3"
        path={`${path}.quote`}
        label={t('quote')}
        help={t('quote-help')}
        value={claim.quote}
        lang={locale.slice(0, 2)}
        onChange={(quote) => set({ quote, ...(byHand ? {} : guessedClaim(quote, claim, incident)) })}
      />
      <SelectField
        path={`${path}.statement`}
        label={t('statement')}
        help={t('statement-help')}
        value={claim.statement}
        options={document.log.statements.map((statement) => ({
          value: statement.key,
          label: statementWords(statement),
        }))}
        onChange={(statement) => {
          set({ statement })
          dispatch({ do: 'choose-statement', key: statement })
          // The claim now stands under its new statement, and this select with it.
          focus(fieldId(`${path}.statement`))
        }}
      />
      <SelectField
        path={`${path}.says.subject`}
        label={t('subject')}
        help={t('subject-help')}
        value={claim.says.subject}
        options={claimSubjects
          .filter((value) => !together || isCounted(value))
          .map((value) => ({ value, label: lists(value) }))}
        onChange={(subject) => {
          setByHand(true)
          set({ says: substanceOf(subject, claim.says, incident) })
        }}
      />
      <SubstanceFields
        path={`${path}.says`}
        says={claim.says}
        together={together}
        onChange={(says) => {
          setByHand(true)
          set({ says })
        }}
      />
      {isCounted(claim.says.subject) && <ClaimScope {...placed} />}
      <ClaimStanding placed={placed} onChange={set} />
      <div className="sm:col-span-3">
        <button
          type="button"
          className={quietLook}
          onClick={() => {
            dispatch({ do: 'remove-claim', of, key: claim.key })
            tell(t('removed'))
          }}
        >
          {t('remove')}
        </button>
      </div>
    </div>
  )
}

/** Only counts are of several incidents together: a date or a place is of one. */
const isCounted = (subject: ClaimSubject) => subject === 'casualties' || subject === 'equipment'
