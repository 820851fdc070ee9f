'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { type Role, roles } from '@/lib/access/roles'

interface RoleSelectProps {
  name: string
  label: string
  defaultValue: Role
  disabled?: boolean
  onChange?: (role: Role) => void
}

/** One of the roles, from least to most. */
export function RoleSelect({ name, label, defaultValue, disabled, onChange }: RoleSelectProps) {
  const t = useTranslations('account')
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        disabled={disabled}
        onChange={(event) => onChange?.(event.currentTarget.value as Role)}
        className="rounded border border-line-strong bg-surface px-3 py-2 text-ink"
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
