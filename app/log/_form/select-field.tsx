'use client'

import { Field, inputLook } from './field'

interface SelectFieldProps<T extends string> {
  path: string
  label: string
  help?: string
  value: T | ''
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  /** Words of the choice of nothing; without it one must be chosen. */
  empty?: string
  onEmpty?: () => void
  className?: string
  labelHidden?: boolean
}

/** One of a closed list: the browser's own select, which types ahead in every language and works on a phone. */
export function SelectField<T extends string>({
  path,
  label,
  help,
  value,
  options,
  onChange,
  empty,
  onEmpty,
  className,
  labelHidden,
}: SelectFieldProps<T>) {
  return (
    <Field path={path} label={label} help={help} className={className} labelHidden={labelHidden}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
            else onEmpty?.()
          }}
          className={`${inputLook} py-[5px]`}
        >
          {(empty !== undefined || value === '') && <option value="">{empty ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
