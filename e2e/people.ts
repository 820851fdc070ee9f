// Who works with the server of the journeys: one person of each role, signed in once (people.setup.ts).

import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright/test'
import type { Role } from '../lib/access/roles'
import { data } from './journeys-server'

export interface Person {
  name: string
  email: string
  password: string
}

/** A person of a role; whoever claims an installation is its administrator. */
export const personOf = (role: Role): Person => ({
  name: `${role[0]?.toUpperCase()}${role.slice(1)} of the journeys`,
  email: `${role}@waqai.example`,
  // Nothing of the name or the address in it: such a password is refused.
  password: 'seven wells behind a blue door',
})

/** Where the session of a role is kept: the `storageState` of a context or a project. */
export const stateOf = (role: Role): string => join(data, 'people', `${role}.json`)

/** Nobody: a context without a session, within a project that has one. */
export const nobody = { cookies: [], origins: [] }

/** A browser of somebody of this role. */
export const signedIn = (
  browser: Browser,
  role: Role,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => browser.newContext({ ...options, storageState: stateOf(role) })
