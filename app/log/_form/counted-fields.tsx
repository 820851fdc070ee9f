'use client'

import type { Count } from '@/lib/claim/count'
import { CountFields, onlyCount } from './count-fields'
import { PartySelect } from './key-selects'
import { SelectField } from './select-field'

interface CountedFieldsProps<Outcome extends string> {
  path: string
  says: Count & { outcome: Outcome }
  outcome: { label: string; options: readonly { value: Outcome; label: string }[] }
  /** Whose they were; null where the claim speaks of several incidents and so of the parties of none. */
  whose: { field: string; label: string; help: string; value: string | null } | null
  onChange: (change: Partial<Count> & { outcome?: Outcome }) => void
  onWhose: (party: string | null) => void
}

/** What people and things have in common: what became of them, how many as it was said, and whose they were. */
export function CountedFields<Outcome extends string>({
  path,
  says,
  outcome,
  whose,
  onChange,
  onWhose,
}: CountedFieldsProps<Outcome>) {
  return (
    <>
      <SelectField
        path={`${path}.outcome`}
        label={outcome.label}
        value={says.outcome}
        options={outcome.options}
        onChange={(chosen) => onChange({ outcome: chosen })}
      />
      <CountFields path={path} count={says} onChange={(count) => onChange(onlyCount(count))} />
      {whose && (
        <PartySelect
          path={`${path}.${whose.field}`}
          label={whose.label}
          help={whose.help}
          value={whose.value}
          onChange={onWhose}
        />
      )}
    </>
  )
}
