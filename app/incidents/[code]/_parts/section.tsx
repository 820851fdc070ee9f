import type { ReactNode } from 'react'

/** A part of the page under its heading. */
export function Section({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-3">
      <h2 id={`${id}-title`} className="font-bold text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
