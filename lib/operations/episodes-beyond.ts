import type { Summary } from '@/lib/analysis/summary'
import { noCasualties } from '@/lib/analysis/totals'
import type { Database } from '@/lib/db/transaction'
import type { Prisma } from '@/prisma/generated/client'

export async function episodesBeyond(_db: Database, _where: Prisma.Sql): Promise<Summary['episodes']> {
  return { count: 0, casualties: noCasualties() }
}
