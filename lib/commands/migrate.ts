// npm run migrate: applies the migrations of prisma/migrations that the database has not seen.
import { prisma } from '@/lib/db/prisma-cli'
import { withDatabase } from './with-database'

console.log(await withDatabase((url) => prisma(['migrate', 'status'], url)))
