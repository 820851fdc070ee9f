'use client'

import { useTranslations } from 'next-intl'
import { fold } from '@/lib/text/fold'
import { blankAlternative } from './blank'
import { useClaimWords } from './claim-words'
import { buttonLook, Field, fieldId, quietLook } from './field'
import { FindBox } from './find-box'
import type { FormConflict } from './form-types'
import { useLog } from './log-context'
import { TextField } from './text-field'

type Alternative = FormConflict['alternatives'][number]

interface AlternativesProps {
  set: FormConflict
  path: string
  /** `step`: more than the next letter of a name. */
  onChange: (alternatives: Alternative[], step: boolean) => void
}

/** The fewest and the most alternatives that the door takes. */
const FEWEST = 2
const MOST = 10

/** What could be true instead of one another, each with its name and as many claims as hold together in it. */
export function Alternatives({ set: { alternatives, decided }, path, onChange }: AlternativesProps) {
  const t = useTranslations('log.conflicts')
  const { focus, tell } = useLog()
  const put = (key: string, change: Partial<Alternative>) =>
    onChange(
      alternatives.map((other) => (other.key === key ? { ...other, ...change } : other)),
      'claims' in change,
    )
  return (
    <>
      <ol className="my-1 grid gap-2 sm:grid-cols-2">
        {alternatives.map((alternative, index) => (
          <AlternativeFields
            key={alternative.key}
            alternative={alternative}
            number={index + 1}
            path={`${path}.alternatives.${index}`}
            onChange={(change) => put(alternative.key, change)}
            onRemove={
              alternatives.length > FEWEST && alternative.key !== decided
                ? () => {
                    onChange(
                      alternatives.filter((other) => other !== alternative),
                      true,
                    )
                    tell(t('alternative-removed'))
                  }
                : null
            }
          />
        ))}
      </ol>
      {alternatives.length < MOST && (
        <button
          type="button"
          className={`mb-2 ${buttonLook}`}
          onClick={() => {
            onChange([...alternatives, blankAlternative(alternatives)], true)
            focus(fieldId(`${path}.alternatives.${alternatives.length}.name`))
          }}
        >
          {t('alternative-add')}
        </button>
      )}
    </>
  )
}

interface AlternativeFieldsProps {
  alternative: Alternative
  number: number
  path: string
  onChange: (change: Partial<Alternative>) => void
  onRemove: (() => void) | null
}

function AlternativeFields({ alternative, number, path, onChange, onRemove }: AlternativeFieldsProps) {
  const t = useTranslations('log.conflicts')
  const words = useClaimWords()
  const { incident, focus, tell } = useLog()
  const { name, claims } = alternative
  const others = incident.claims.filter(({ key }) => !claims.includes(key))
  const found = (text: string) =>
    others
      .map((claim) => ({ id: claim.key, value: claim.key, label: words(claim), detail: claim.quote }))
      .filter(({ label, detail }) => fold(`${label} ${detail ?? ''}`).includes(fold(text)))
  return (
    <li
      aria-label={t('alternative', { n: number })}
      className="flex flex-col gap-1.5 rounded border border-line bg-surface p-2"
    >
      <TextField
        path={`${path}.name`}
        label={t('alternative', { n: number })}
        help={t('name-help')}
        value={name}
        onChange={(text) => onChange({ name: text || null })}
      />
      <ul className="flex flex-col gap-0.5">
        {claims.map((key) => {
          const claim = incident.claims.find((one) => one.key === key)
          const line = claim ? words(claim) : '—'
          return (
            <li key={key} className="flex items-baseline gap-2">
              <bdi className="min-w-0 flex-1">{line}</bdi>
              <button
                type="button"
                className={quietLook}
                aria-label={t('take-out', { claim: line })}
                onClick={() => {
                  onChange({ claims: claims.filter((other) => other !== key) })
                  tell(t('taken-out'))
                  focus(fieldId(`${path}.name`))
                }}
              >
                {t('take-out-short')}
              </button>
            </li>
          )
        })}
      </ul>
      {others.length > 0 && (
        <Field path={`${path}.claims`} label={t('put-in')} help={t('put-in-help')}>
          {(control) => (
            <FindBox<string>
              {...control}
              text=""
              gathers
              find={found}
              onPick={(key) => onChange({ claims: [...claims, key] })}
            />
          )}
        </Field>
      )}
      {onRemove && (
        <button type="button" className={`self-start ${quietLook}`} onClick={onRemove}>
          {t('alternative-remove', { n: number })}
        </button>
      )}
    </li>
  )
}

/** An alternative in a line: its name, else its claims. */
export function useAlternativeWords(): (alternative: Alternative, number: number) => string {
  const t = useTranslations('log.conflicts')
  const words = useClaimWords()
  const { incident } = useLog()
  return ({ name, claims }, number) => {
    const lines = claims.flatMap((key) => {
      const claim = incident.claims.find((one) => one.key === key)
      return claim ? [words(claim)] : []
    })
    return name || lines.join(' + ') || t('alternative', { n: number })
  }
}
