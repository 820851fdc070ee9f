import type { ReactNode } from 'react'

/** Nothing to show: says so, and what to do next. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-line border-dashed px-4 py-10 text-center">
      <p className="mb-2 font-semibold text-lg">{title}</p>
      <div className="flex flex-wrap justify-center gap-3">{children}</div>
    </div>
  )
}
