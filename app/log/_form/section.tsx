import type { ReactNode } from 'react'

/** A titled part of the form. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-surface p-3">
      <h3 id={id} className="mb-1.5 font-semibold">
        {title}
      </h3>
      <div className="flex flex-col gap-2">{children}</div>
    </section>
  )
}
