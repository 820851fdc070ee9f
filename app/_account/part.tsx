import type { ReactNode } from 'react'

/** One subject of a page about accounts. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 rounded-lg border border-line bg-surface p-4">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </section>
  )
}
