import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'

/** The stored value of a setting, or undefined where it was never set. */
export async function readSetting(db: Database, key: string): Promise<Prisma.JsonValue | undefined> {
  return (await db.setting.findUnique({ where: { key } }))?.value
}

export async function writeSetting(db: Database, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

export async function dropSetting(db: Database, key: string): Promise<void> {
  await db.setting.deleteMany({ where: { key } })
}

/** All that is stored. */
export async function storedSettings(db: Database): Promise<Map<string, unknown>> {
  const rows = await db.setting.findMany({ select: { key: true, value: true } })
  return new Map(rows.map(({ key, value }) => [key, value]))
}
