import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma would download its schema engine; this one comes from the npm registry. See lib/commands/schema-engine.mjs.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('lib/commands/schema-engine.mjs', import.meta.url),
)
process.env.CHECKPOINT_DISABLE ??= '1' // no asking Prisma's server for news

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
