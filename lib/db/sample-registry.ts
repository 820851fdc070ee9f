import 'server-only'
import type { ActorKind } from '@/lib/actor/lists'
import type { PlaceKind } from '@/lib/place/where'
import { fold } from '@/lib/text/fold'
import { database } from './client'

/** Names in both languages. */
interface Names {
  ar: string
  en: string
}

export interface SampleActor {
  key: string
  kind: ActorKind
  country?: string
  names: Names
  others?: Names[]
  partOf?: number
}

/** The actor of this key, made with its names if there is none. Gives its id. */
export async function ensureActor({
  key,
  kind,
  country,
  names,
  others = [],
  partOf,
}: SampleActor): Promise<number> {
  const known = await database().actor.findUnique({ where: { key }, select: { id: true } })
  if (known) return known.id
  const made = await database().actor.create({
    data: {
      key,
      kind,
      country: country ?? null,
      names: { create: [nameRows(names, true), ...others.map((other) => nameRows(other, false))].flat() },
      ...(partOf && { relations: { create: { otherId: partOf, kind: 'part-of' } } }),
    },
    select: { id: true },
  })
  return made.id
}

export interface SamplePlace {
  key: string
  kind: PlaceKind
  parentId: number
  names: Names
}

/** The place of this key, made below its parent if there is none. Gives its id. */
export async function ensurePlace({ key, kind, parentId, names }: SamplePlace): Promise<number> {
  return database().$transaction(async (tx) => {
    const known = await tx.place.findUnique({ where: { key }, select: { id: true } })
    if (known) return known.id
    const parent = await tx.place.findUniqueOrThrow({ where: { id: parentId } })
    const { id } = await tx.place.create({
      data: { key, kind, country: parent.country, parentId, names: { create: nameRows(names, true) } },
    })
    await tx.place.update({ where: { id }, data: { path: [...parent.path, id] } })
    return id
  })
}

/** Id of a place that the gazetteer has. */
export async function placeOfKey(key: string): Promise<number> {
  return (await database().place.findUniqueOrThrow({ where: { key }, select: { id: true } })).id
}

const nameRows = (names: Names, primary: boolean) =>
  (['ar', 'en'] as const).map((lang) => ({ lang, name: names[lang], folded: fold(names[lang]), primary }))

/** Whether a report of this outlet and title is there. */
export async function reportIsThere(outlet: string, title: string): Promise<boolean> {
  return (await database().report.count({ where: { outlet, title } })) > 0
}

/** Whether the sample data of this number were loaded whole. */
export async function sampleLoaded(number: number): Promise<boolean> {
  const row = await database().setting.findUnique({ where: { key: 'sample' } })
  const value = row?.value
  return typeof value === 'object' && value !== null && 'number' in value && value.number === number
}

/** Marks what came with the app, which is all that demo mode shows: the rows of these files, and these incidents. */
export async function markSample(fileNames: readonly string[], codes: readonly string[]): Promise<void> {
  await database().$executeRaw`
    update incident set sample = true where not sample and (code = any(${[...codes]}) or id in (
      select r.incident_id from source_row r join import m on m.id = r.import_id
      where m.file_name = any(${[...fileNames]})))`
}

/** Remembers that they were. */
export async function markSampleLoaded(number: number): Promise<void> {
  const value = { number }
  await database().setting.upsert({
    where: { key: 'sample' },
    create: { key: 'sample', value },
    update: { value },
  })
}
