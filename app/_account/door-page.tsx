import type { ReactNode } from 'react'

/** A page that is one small form. */
export function DoorPage({ title, intro, children }: { title: string; intro: string; children?: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md gap-6 px-4 py-10">
      <div className="grid gap-2">
        <h1 className="font-bold text-2xl">{title}</h1>
        <p className="text-muted">{intro}</p>
      </div>
      {children}
    </div>
  )
}
