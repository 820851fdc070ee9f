'use client'

import { useTranslations } from 'next-intl'
import type { Visibility } from '@/lib/incident/lists'

export const selectLook = 'max-w-full rounded border border-line-strong bg-surface px-2 py-1.5'

/** Who is shown it. Naming people is done elsewhere; what is for named people stays so until somebody chooses otherwise. */
export function VisibilityChoice(props: {
  value: Visibility
  label: string
  /** A document cannot be shown to everyone. */
  teamOnly?: boolean
  onChange: (visibility: Visibility) => void
}) {
  const lists = useTranslations('list.visibility')
  const choices: Visibility[] = props.value === 'named' ? ['everyone', 'team', 'named'] : ['everyone', 'team']
  return (
    <label className="grid gap-0.5 text-sm">
      <span className="text-muted">{props.label}</span>
      <select
        value={props.value}
        onChange={({ target }) => props.onChange(target.value as Visibility)}
        className={selectLook}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice} disabled={choice === 'everyone' && props.teamOnly}>
            {lists(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}
