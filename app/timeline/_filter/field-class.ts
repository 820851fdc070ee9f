/** One look for the fields of the filter bar. */
export const fieldClass =
  'w-full rounded border border-line-strong bg-surface px-2.5 py-1.5 text-ink placeholder:text-muted'
export const labelClass = 'mb-0.5 block text-muted text-sm'
export const buttonClass =
  'w-full rounded border border-line-strong bg-surface px-2.5 py-1.5 text-start hover:bg-sunken'
export const popoverClass =
  'max-h-[70vh] overflow-auto rounded-lg border border-line bg-surface p-3 text-ink shadow-lg'
