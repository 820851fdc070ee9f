'use client'

/** A small button of a view; with a sign for the eye, its label is for who hears the page and who hovers. */
export function ToolButton({ label, sign, onPress }: { label: string; sign?: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      {...(sign ? { 'aria-label': label, title: label } : {})}
      className="min-w-8 rounded border border-line-strong bg-surface px-2 py-1 text-sm hover:bg-sunken"
    >
      {sign ? <span aria-hidden="true">{sign}</span> : label}
    </button>
  )
}
