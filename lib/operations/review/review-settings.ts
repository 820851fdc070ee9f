import type { ReviewSettings } from '@/lib/access/review'
import { readSetting } from '@/lib/db/settings'
import type { Database } from '@/lib/db/transaction'

/** How the installation reviews. Four eyes are off until somebody asks for them: a team may be one person. */
export const reviewSettings = async (db: Database): Promise<ReviewSettings> => ({
  fourEyes: (await readSetting(db, 'four-eyes')) === true,
})
