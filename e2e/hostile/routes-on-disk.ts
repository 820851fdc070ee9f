import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

export interface Door {
  /** "/api/drafts/[id]/restore" */
  path: string
  method: Method
  kind: 'route' | 'page'
}

/** Every door of the app, read from the folder `app`: what somebody adds tomorrow is tried tomorrow. */
export function doorsOnDisk(app: string): Door[] {
  return filesBelow(app).flatMap((file): Door[] => {
    const name = file.split('/').at(-1)
    const path = `/${relative(app, join(file, '..'))}`.replace(/\/$/, '').replace(/^$/, '/')
    if (name === 'page.tsx') return [{ path, method: 'GET', kind: 'page' }]
    if (name !== 'route.ts') return []
    return exportedMethods(readFileSync(file, 'utf8')).map((method) => ({ path, method, kind: 'route' }))
  })
}

/** Server actions are doors too; the app has none, and this says so when one comes. */
export function filesWithServerActions(app: string): string[] {
  return filesBelow(app).filter(
    (file) => /\.tsx?$/.test(file) && /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')),
  )
}

function exportedMethods(source: string): Method[] {
  return methods.filter((method) =>
    new RegExp(`export (?:const|(?:async )?function) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(
      source,
    ),
  )
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
