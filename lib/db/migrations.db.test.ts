import { describe, expect, it } from 'vitest'
import { prisma } from './prisma-cli'
import { freshDatabase } from './test-database'

const db = await freshDatabase()

const drift = () =>
  prisma(
    ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code'],
    db.url,
  )

describe('migrations', () => {
  it('are all applied, and applying them again does nothing', async () => {
    expect(await prisma(['migrate', 'deploy'], db.url)).toContain('No pending migrations')
    expect(await prisma(['migrate', 'status'], db.url)).toContain('Database schema is up to date')
  })

  it('lead to exactly the schema', async () => {
    expect(await drift()).toContain('No difference detected')
  })

  it('would be seen to drift from it', async () => {
    await db.prisma.$executeRaw`alter table dataset add column stray text`
    await expect(drift()).rejects.toThrow('stray')
  })
})
