import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { LONGEST } from '@/lib/access/password'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { withHashedSessions } from './hashed-sessions'
import { newRecoveryCodes, recoveryCodesAtRest } from './recovery-codes'

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. About 20 ms on a small server. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Whether a stored hash is one of today's cost; others are made anew when their password is next given. */
export const isHashOfToday = (stored: string): boolean => stored.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')

export const isPasswordOf = (stored: string, password: string): Promise<boolean> => verify(stored, password)

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON)

/** A session ends so long after the sign-in, whatever is done in it. */
const SESSION_S = 12 * 60 * 60

const isSecure = () => env('WAQAI_PUBLIC_URL')?.startsWith('https:') ?? false

/** Over TLS a cookie of this prefix can be set by this very host alone. */
const cookiePrefix = () => (isSecure() ? '__Host-waqai' : 'waqai')

/** Name of the cookie that holds a sign-in whose second factor is still to come. */
export const waitingCookie = (): string => `${cookiePrefix()}.two_factor`

/** Name of the cookie that holds the session. */
export const sessionCookie = (): string => `${cookiePrefix()}.session_token`

/**
 * better-auth as we use it: passwords, sessions and second factors, behind our own doors. Its HTTP handler is not
 * mounted, so that nothing of it is reached but what an operation calls; who may sign up is for us to say.
 */
function build() {
  return betterAuth({
    appName: 'Waqai',
    baseURL: env('WAQAI_PUBLIC_URL') ?? `http://127.0.0.1:${env('PORT')}`,
    secret: env('WAQAI_SECRET'),
    database: withHashedSessions(prismaAdapter(database(), { provider: 'postgresql' })),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours counts per account and address, over all instances
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1, // the rules stand in lib/access/password.ts
      maxPasswordLength: LONGEST * 2,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    session: { expiresIn: SESSION_S, disableSessionRefresh: true },
    plugins: [
      twoFactor({
        issuer: 'Waqai',
        accountLockout: { enabled: false }, // limits.ts counts, and refuses a code that was used
        backupCodeOptions: {
          customBackupCodesGenerate: newRecoveryCodes,
          storeBackupCodes: recoveryCodesAtRest,
        },
      }),
    ],
    advanced: {
      cookiePrefix: cookiePrefix(),
      useSecureCookies: false, // would prefix the names once more
      defaultCookieAttributes: { secure: isSecure(), httpOnly: true, sameSite: 'lax', path: '/' },
      disableOriginCheck: true, // the guard before every request has looked at it (app/_http/request-guard.ts)
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: ['x-waqai-client'] }, // set by the front door alone
    },
  })
}

/** Hot reload loads this module anew each time. */
const shared = globalThis as { waqaiAuth?: ReturnType<typeof build> }

export function auth(): ReturnType<typeof build> {
  shared.waqaiAuth ??= build()
  return shared.waqaiAuth
}
