// npm run migrate:new -- NAME: writes the migration that leads from the existing ones to prisma/schema.prisma.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prisma, projectRoot } from '@/lib/db/prisma-cli'
import { withDatabase } from './with-database'

const NOTHING_YET =
  '-- The schema has no difference to write down: write here what Prisma has no words for.\n'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Give the migration a name of small letters, digits and _: npm run migrate:new -- add_source_url',
  )
  process.exit(2)
}

const difference = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma']
const script = await withDatabase((url) => prisma([...difference, '--script'], url))
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join('prisma', 'migrations', `${stamp}_${name}`)
await mkdir(join(projectRoot, folder), { recursive: true })
const empty = script.trim() === '' || script.includes('This is an empty migration')
await writeFile(join(projectRoot, folder, 'migration.sql'), empty ? NOTHING_YET : script)
console.log(`Wrote ${folder}/migration.sql. Read it, mend it, then: npm run migrate`)
