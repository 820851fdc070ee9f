'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Count, type Operator, operators } from '@/lib/claim/count'
import { fold } from '@/lib/text/fold'
import { blankCount } from './blank'
import { Field, inputLook } from './field'
import { SelectField } from './select-field'

const fieldsOf: Record<Operator, (keyof Count)[]> = {
  exactly: ['point'],
  about: ['point'],
  'at-least': ['min'],
  'at-most': ['max'],
  between: ['min', 'max', 'point'],
  word: ['word', 'min'],
  plural: [],
  none: [],
  denial: [],
}

interface CountFieldsProps {
  path: string
  count: Count
  onChange: (count: Count) => void
}

/** How many, as it was said: the operator, and the numbers that it carries. */
export function CountFields({ path, count, onChange }: CountFieldsProps) {
  const t = useTranslations('log.count')
  const words = useTranslations('claim.operator')
  return (
    <>
      <SelectField
        path={`${path}.operator`}
        label={t('operator')}
        help={t('operator-help')}
        value={count.operator}
        options={operators.map((value) => ({ value, label: words(value) }))}
        onChange={(operator) => onChange(carriedOver(count, operator))}
      />
      {fieldsOf[count.operator].map((field) =>
        field === 'word' ? (
          <Field key={field} path={`${path}.word`} label={t('word')} help={t('word-help')}>
            {(control) => (
              <input
                {...control}
                dir="auto"
                value={count.word ?? ''}
                onChange={(event) => onChange({ ...count, word: event.target.value || null })}
                className={inputLook}
              />
            )}
          </Field>
        ) : (
          <NumberField
            key={field}
            path={`${path}.${field}`}
            label={t(field === 'operator' ? 'point' : field)}
            value={count[field] as number | null}
            onChange={(number) => onChange({ ...count, [field]: number })}
          />
        ),
      )}
    </>
  )
}

/** Only the count: what the fields give back may carry the rest of the claim along. */
export const onlyCount = ({ operator, min, point, max, word }: Count): Count => ({
  operator,
  min,
  point,
  max,
  word,
})

/** With another operator the number that was typed goes where that one carries it. */
function carriedOver(count: Count, operator: Operator): Count {
  const number = count.point ?? count.min ?? count.max
  const carried: Count = { ...blankCount, operator }
  const first = fieldsOf[operator].find((field) => field !== 'word')
  if (operator === 'between') return { ...carried, min: count.min ?? number, max: count.max }
  return first ? { ...carried, [first]: number, word: operator === 'word' ? count.word : null } : carried
}

interface NumberFieldProps {
  path: string
  label: string
  value: number | null
  onChange: (value: number | null) => void
}

/** A whole number in Latin, Arabic or Persian digits. What is no number is said here and counts as none. */
function NumberField({ path, label, value, onChange }: NumberFieldProps) {
  const t = useTranslations('log.count')
  const [typed, setTyped] = useState<string | null>(null)
  const shown =
    typed !== null && readNumber(typed) === value ? typed : value === null ? (typed ?? '') : String(value)
  const unread = typed !== null && typed.trim() !== '' && readNumber(typed) === null
  return (
    <Field path={path} label={label} help={t('number-help')}>
      {(control) => (
        <>
          <input
            {...control}
            inputMode="numeric"
            dir="ltr"
            autoComplete="off"
            value={shown}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange(readNumber(event.target.value))
            }}
            className={`${inputLook} text-start`}
          />
          {unread && <p className="text-sm text-warn">{t('unread')}</p>}
        </>
      )}
    </Field>
  )
}

/** Also what the door refuses (−1, 2.5), so that it is said there and not lost here. */
function readNumber(text: string): number | null {
  const plain = text
    .replace(/[−–]/g, '-')
    .replace(/[,٬\s]/g, '')
    .replace('٫', '.')
  const sign = plain.startsWith('-') ? -1 : 1
  const [whole = '', part] = plain.replace(/^[-+]/, '').split('.').map(fold)
  const number = Number(part === undefined ? whole : `${whole}.${part}`)
  return whole === '' || Number.isNaN(number) ? null : sign * number
}
