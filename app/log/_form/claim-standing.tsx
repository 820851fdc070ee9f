'use client'

import { useTranslations } from 'next-intl'
import { AudienceFields } from './audience-fields'
import { useClaimWords } from './claim-words'
import { claimsOf, type PlacedClaim } from './episodes'
import type { FormClaim } from './form-types'
import { useLog } from './log-context'
import { SelectField } from './select-field'
import { TextField } from './text-field'

interface ClaimStandingProps {
  placed: PlacedClaim
  onChange: (change: Partial<FormClaim>) => void
}

/** How the claim stands among the others: preferred, rejected, superseded, denying; and where in the report it is. */
export function ClaimStanding({ placed: { of, claim, path }, onChange }: ClaimStandingProps) {
  const t = useTranslations('log.claims')
  const { document, dispatch } = useLog()
  const visible = useTranslations('visibility')
  const words = useClaimWords()
  const others = claimsOf(document, of)
    .filter(({ key }) => key !== claim.key)
    .map((other) => ({ value: other.key, label: words(other) }))
  const denies =
    ('operator' in claim.says && claim.says.operator === 'denial') ||
    (claim.says.subject === 'responsibility' && claim.says.stance === 'denied')
  return (
    <details className="sm:col-span-3" open={denies || claim.rejected || claim.supersededBy !== null}>
      <summary className="text-muted text-sm">{t('standing')}</summary>
      <div className="mt-2 grid gap-x-3 gap-y-2 sm:grid-cols-3">
        {claim.says.subject === 'casualties' && (
          <label className="flex items-baseline gap-1.5">
            <input
              type="checkbox"
              checked={claim.says.preferred}
              onChange={(event) =>
                dispatch({ do: 'prefer-claim', of, key: claim.key, preferred: event.target.checked })
              }
            />
            {t('preferred')}
          </label>
        )}
        <label className="flex items-baseline gap-1.5">
          <input
            type="checkbox"
            checked={claim.rejected}
            onChange={(event) => onChange({ rejected: event.target.checked })}
          />
          {t('rejected')}
        </label>
        {claim.rejected && (
          <TextField
            path={`${path}.rejectedWhy`}
            label={t('rejected-why')}
            value={claim.rejectedWhy}
            onChange={(rejectedWhy) => onChange({ rejectedWhy })}
          />
        )}
        <SelectField
          path={`${path}.supersededBy`}
          label={t('superseded-by')}
          help={t('superseded-by-help')}
          value={claim.supersededBy ?? ''}
          empty="—"
          options={others}
          onChange={(supersededBy) => onChange({ supersededBy })}
          onEmpty={() => onChange({ supersededBy: null })}
        />
        {denies && (
          <SelectField
            path={`${path}.denies`}
            label={t('denies')}
            help={t('denies-help')}
            value={claim.denies ?? ''}
            empty={t('denies-all')}
            options={others}
            onChange={(key) => onChange({ denies: key })}
            onEmpty={() => onChange({ denies: null })}
          />
        )}
        {document.log.reports.length > 1 && (
          <SelectField
            path={`${path}.report`}
            label={t('report')}
            value={claim.report ?? ''}
            empty="—"
            options={document.log.reports.map(({ key, outlet }) => ({ value: key, label: outlet || key }))}
            onChange={(report) => onChange({ report })}
            onEmpty={() => onChange({ report: null })}
          />
        )}
        <TextField
          path={`${path}.stands`}
          label={t('stands')}
          help={t('stands-help')}
          value={claim.stands}
          onChange={(stands) => onChange({ stands })}
        />
        <TextField
          path={`${path}.note`}
          label={t('note')}
          value={claim.note}
          onChange={(note) => onChange({ note })}
        />
        {claim.says.subject === 'casualties' && (
          <TextField
            className="sm:col-span-2"
            path={`${path}.victims`}
            label={visible('victims')}
            help={visible('victims-help')}
            rows={2}
            value={(claim.victims ?? []).join('\n')}
            onChange={(text) => onChange({ victims: text === '' ? [] : text.split('\n') })}
          />
        )}
        <AudienceFields path={path} audience={claim} onChange={onChange} />
      </div>
    </details>
  )
}
