import { z } from 'zod'
import { type Role, roles } from './roles'

/** What an administrator sets for the whole installation; each with what holds where nobody has. */
export const settingsSchema = z.strictObject({
  /** Anybody may read what is published, without an account. */
  publicReading: z.boolean().default(false),
  /** Nobody verifies what they recorded themselves. Off until somebody asks for it: a team may be one person. */
  fourEyes: z.boolean().default(false),
  /** Members of these roles do nothing before they have a second factor. */
  secondFactorRoles: z.array(z.enum(roles)).max(roles.length).default([]),
  /** Minutes without a request after which a session asks for the password again. */
  idleMinutes: z
    .int()
    .min(5)
    .max(12 * 60)
    .default(30),
  /** Whether a figure that rests on withheld claims is computed without them in silence, or says so. */
  withheldFigures: z.enum(['without', 'say-so']).default('without'),
})
export type Settings = z.output<typeof settingsSchema>

/** The key under which each is stored. */
export const settingKeys = {
  publicReading: 'public-reading',
  fourEyes: 'four-eyes',
  secondFactorRoles: 'second-factor-roles',
  idleMinutes: 'idle-minutes',
  withheldFigures: 'withheld-figures',
} as const satisfies Record<keyof Settings, string>

/** The settings from what is stored; a value that is no longer one counts as never set. */
export function readSettings(stored: ReadonlyMap<string, unknown>): Settings {
  const entries = Object.entries(settingKeys).flatMap(([name, key]) => {
    const field = settingsSchema.shape[name as keyof Settings]
    const value = stored.get(key)
    return value !== undefined && field.safeParse(value).success ? [[name, value]] : []
  })
  return settingsSchema.parse(Object.fromEntries(entries))
}

/** Must a member of this role have a second factor? */
export const needsSecondFactor = (settings: Settings, role: Role): boolean =>
  settings.secondFactorRoles.includes(role)
