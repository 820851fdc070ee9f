'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { claimSubjects } from '@/lib/claim/lists'
import { ClaimStanding } from './claim-standing'
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
export function ClaimEditor({ claim, index }: { claim: FormClaim; index: number }) {
  const t = useTranslations('log.claims')
  const lists = useTranslations('list.subject')
  const locale = useLocale()
  const { incident, at, document, dispatch, change, focus, tell } = useLog()
  const statementWords = useStatementWords()
  const path = `${at}.claims.${index}`
  const set = (changes: Partial<FormClaim>) =>
    dispatch({ do: 'change-claim', incident: incident.key, key: claim.key, change: changes })
  const [byHand, setByHand] = useState(claim.quote !== null && claim.quote !== '')
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
        options={claimSubjects.map((value) => ({ value, label: lists(value) }))}
        onChange={(subject) => {
          setByHand(true)
          set({ says: substanceOf(subject, claim.says, incident) })
        }}
      />
      <SubstanceFields
        path={`${path}.says`}
        says={claim.says}
        onChange={(says) => {
          setByHand(true)
          set({ says })
        }}
      />
      <ClaimStanding path={path} claim={claim} onChange={set} onPrefer={change} />
      <div className="sm:col-span-3">
        <button
          type="button"
          className={quietLook}
          onClick={() => {
            dispatch({ do: 'remove-claim', incident: incident.key, key: claim.key })
            tell(t('removed'))
          }}
        >
          {t('remove')}
        </button>
      </div>
    </div>
  )
}
