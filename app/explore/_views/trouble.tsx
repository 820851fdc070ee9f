import type { ReactNode } from 'react'

/** What went wrong, and what to do. */
export function Trouble({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <p role="alert" className="my-3 flex gap-3 rounded bg-danger-soft px-3 py-2 text-danger">
      {words} {children}
    </p>
  )
}
