import 'server-only'
import type { Act } from '@/lib/access/acts'
import { asMember, type Holder } from '@/lib/access/holder'
import { writeAccessLog } from '@/lib/db/access-log'
import { database } from '@/lib/db/client'

/** Notes what somebody did to their own account. */
export const noteOwn = (holder: Holder, action: Act, address: string): Promise<void> =>
  writeAccessLog(database(), asMember(holder), { action, entity: 'user', entityId: holder.id, address })
