'use client'

import { useTranslations } from 'next-intl'
import { Alternatives, useAlternativeWords } from './alternatives'
import { buttonLook, quietLook } from './field'
import type { FormConflict, FormIncident } from './form-types'
import { useLog } from './log-context'
import { nextKeys } from './log-state'
import { SelectField } from './select-field'
import { TextField } from './text-field'

interface ConflictSetsProps {
  ticked: readonly string[]
  onOpenSet: () => void
}

/** Claims that cannot all be true, set against one another; decided by a person, with the reason. */
export function ConflictSets({ ticked, onOpenSet }: ConflictSetsProps) {
  const t = useTranslations('log.conflicts')
  const { incident } = useLog()
  return (
    <div className="flex flex-col gap-2">
      {incident.conflictSets.map((set, index) => (
        <ConflictSetFields key={set.key} set={set} index={index} />
      ))}
      {ticked.length > 1 && (
        <div>
          <button type="button" className={buttonLook} aria-keyshortcuts="Alt+X" onClick={onOpenSet}>
            {t('open', { count: ticked.length })}
          </button>
        </div>
      )}
      {incident.claims.length > 1 && ticked.length < 2 && <p className="text-muted text-sm">{t('how')}</p>}
    </div>
  )
}

/** The incident with a new set of the ticked claims, each an alternative of its own. */
export function withConflict(incident: FormIncident, claims: readonly string[]): Partial<FormIncident> {
  const set: FormConflict = {
    key: nextKeys.conflict(incident),
    question: null,
    alternatives: claims.map((claim, index) => ({
      key: `alternative-${index + 1}`,
      name: null,
      claims: [claim],
    })),
    decided: null,
    decidedWhy: null,
  }
  return { conflictSets: [...incident.conflictSets, set] }
}

function ConflictSetFields({ set, index }: { set: FormConflict; index: number }) {
  const t = useTranslations('log.conflicts')
  const words = useAlternativeWords()
  const { incident, at, change, tell } = useLog()
  const path = `${at}.conflictSets.${index}`
  const put = (changes: Partial<FormConflict>, step = false) =>
    change(
      {
        conflictSets: incident.conflictSets.map((other) =>
          other.key === set.key ? { ...other, ...changes } : other,
        ),
      },
      step,
    )
  return (
    <section aria-label={t('label')} className="rounded border border-warn bg-warn-soft p-2">
      <div className="flex items-baseline gap-2">
        <h4 className="flex-1 font-medium">{t('label')}</h4>
        <button
          type="button"
          className={quietLook}
          onClick={() => {
            change({ conflictSets: incident.conflictSets.filter((other) => other.key !== set.key) }, true)
            tell(t('removed'))
          }}
        >
          {t('remove')}
        </button>
      </div>
      <Alternatives set={set} path={path} onChange={(alternatives, step) => put({ alternatives }, step)} />
      <div className="grid gap-2 sm:grid-cols-3">
        <TextField
          path={`${path}.question`}
          label={t('question')}
          help={t('question-help')}
          value={set.question}
          onChange={(question) => put({ question })}
        />
        <SelectField
          path={`${path}.decided`}
          label={t('decided')}
          help={t('decided-help')}
          value={set.decided ?? ''}
          empty={t('undecided')}
          options={set.alternatives.map((alternative, number) => ({
            value: alternative.key,
            label: words(alternative, number + 1),
          }))}
          onChange={(decided) => put({ decided }, true)}
          onEmpty={() => put({ decided: null }, true)}
        />
        {set.decided !== null && (
          <TextField
            path={`${path}.decidedWhy`}
            label={t('why')}
            value={set.decidedWhy}
            onChange={(decidedWhy) => put({ decidedWhy })}
          />
        )}
      </div>
    </section>
  )
}
