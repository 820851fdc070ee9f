'use client'

import { useTranslations } from 'next-intl'
import { partsOfDay, type When, whenOpenings, whenPrecisions, whenSenses } from '@/lib/incident/when'
import { Field, inputLook } from './field'
import { SelectField } from './select-field'

const unknown: When = {
  start: null,
  end: null,
  precision: 'day',
  sense: 'within',
  open: 'none',
  time: null,
  partOfDay: null,
  phrase: null,
  countedFrom: null,
}

interface WhenCorrectionProps {
  path: string
  when: When | null
  onChange: (when: When) => void
}

/** The parts of an uncertain date, each to be set by itself. */
export function WhenCorrection({ path, when, onChange }: WhenCorrectionProps) {
  const t = useTranslations('log.when')
  const lists = useTranslations('list')
  const words = useTranslations('when')
  const value = when ?? unknown
  const change = (part: Partial<When>) => onChange(consistent({ ...value, ...part }))
  return (
    <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2 rounded border border-line bg-sunken p-2 sm:grid-cols-3">
      {(['start', 'end'] as const).map((end) => (
        <Field key={end} path={`${path}.${end}`} label={t(end)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={value[end] ?? ''}
              onChange={(event) => change({ [end]: event.target.value || null })}
              className={inputLook}
            />
          )}
        </Field>
      ))}
      <SelectField
        path={`${path}.precision`}
        label={t('precision')}
        value={value.precision}
        options={whenPrecisions.map((precision) => ({
          value: precision,
          label: lists(`when-precision.${precision}`),
        }))}
        onChange={(precision) => change({ precision })}
      />
      <SelectField
        path={`${path}.sense`}
        label={t('sense')}
        value={value.sense}
        options={whenSenses.map((sense) => ({ value: sense, label: t(`sense-${sense}`) }))}
        onChange={(sense) => change({ sense })}
      />
      <SelectField
        path={`${path}.open`}
        label={t('open')}
        value={value.open}
        options={whenOpenings.map((open) => ({ value: open, label: t(`open-${open}`) }))}
        onChange={(open) => change({ open })}
      />
      <Field path={`${path}.time`} label={t('time')}>
        {(control) => (
          <input
            {...control}
            type="time"
            value={value.time ?? ''}
            onChange={(event) => change({ time: event.target.value || null })}
            className={inputLook}
          />
        )}
      </Field>
      <SelectField
        path={`${path}.partOfDay`}
        label={t('part-of-day')}
        value={value.partOfDay ?? ''}
        empty="—"
        options={partsOfDay.map((part) => ({ value: part, label: words(`part-${part}`) }))}
        onChange={(partOfDay) => change({ partOfDay })}
        onEmpty={() => change({ partOfDay: null })}
      />
    </div>
  )
}

/** What cannot stand together is taken out, so that every choice here gives a date that the door takes. */
function consistent(when: When): When {
  return {
    ...when,
    start: when.open === 'on-or-before' ? null : when.start,
    end: when.open === 'on-or-after' ? null : when.end,
    precision: when.time !== null ? 'minute' : when.precision === 'minute' ? 'day' : when.precision,
  }
}
