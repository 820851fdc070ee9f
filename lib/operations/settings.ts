import 'server-only'
import { z } from 'zod'
import { readSettings, type Settings, settingKeys, settingsSchema } from '@/lib/access/settings'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { database } from '@/lib/db/client'
import { storedSettings, writeSetting } from '@/lib/db/settings'
import { inTransaction } from '@/lib/db/transaction'
import { requireAdministrator } from './accounts/require-administrator'

/** What holds in this installation. Read anew each time: another instance may have changed it. */
export async function installationSettings(): Promise<Settings> {
  return readSettings(await storedSettings(database()))
}

const { publicReading, fourEyes, secondFactorRoles, idleMinutes, withheldFigures } = settingsSchema.shape

/** Some of the settings; what is left out stays. */
export const settingsChange = z.strictObject({
  publicReading: publicReading.unwrap().optional(),
  fourEyes: fourEyes.unwrap().optional(),
  secondFactorRoles: secondFactorRoles.unwrap().optional(),
  idleMinutes: idleMinutes.unwrap().optional(),
  withheldFigures: withheldFigures.unwrap().optional(),
})

/** Changes settings of the installation; each change is noted with what it was and is. */
export async function changeSettings(
  viewer: Viewer,
  change: z.output<typeof settingsChange>,
): Promise<Settings> {
  requireAdministrator(viewer)
  return await inTransaction(async (tx) => {
    const before = readSettings(await storedSettings(tx))
    for (const [name, value] of Object.entries(change) as [keyof Settings, Settings[keyof Settings]][]) {
      const [was, is] = [JSON.stringify(before[name]), JSON.stringify(value)]
      if (value === undefined || was === is) continue
      const key = settingKeys[name]
      await writeSetting(tx, key, value)
      const why = `${was} → ${is}`
      await writeAccessLog(tx, viewer, { action: 'change-setting', entity: 'setting', entityId: key, why })
    }
    return readSettings(await storedSettings(tx))
  })
}
