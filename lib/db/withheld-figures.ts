import 'server-only'
import { readSettings } from '@/lib/access/settings'
import { storedSettings } from './settings'
import type { Database } from './transaction'

/**
 * Whether a figure that leaves out claims withheld from its reader says so. By default it does not: nothing hints at
 * what one may not see.
 */
export async function saysWithheld(db: Database): Promise<boolean> {
  return readSettings(await storedSettings(db)).withheldFigures === 'say-so'
}
