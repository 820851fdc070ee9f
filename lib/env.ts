// The one reader of process.env. Values are read when asked for, so that a command or a test may set them first.

import { isIP } from 'node:net'
import { z } from 'zod'

const isPostgresUrl = (value: string) => /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)

/** The origin of an address that is nothing more: no path, name or password; undefined where it is more. */
function originOf(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : null
  return url && /^https?:\/\/[^/?#@]+\/?$/i.test(value) ? url.origin : undefined
}

function publicOrigin(value: string, context: z.RefinementCtx<string>): string {
  const origin = originOf(value)
  if (origin !== undefined) return origin
  context.addIssue({ code: 'custom', message: 'must look like https://waqai.example.org, without a path' })
  return z.NEVER
}

/** Origins, or "*" by itself for all of them. */
function originList(value: string, context: z.RefinementCtx<string>): string[] {
  const listed = value.split(/[\s,]+/).filter(Boolean)
  if (listed.length === 1 && listed[0] === '*') return listed
  const origins = listed.map((one) => originOf(one))
  // They stand in a policy, where other signs than those of a host's name have a meaning.
  if (origins.every((origin) => origin !== undefined && /^https?:\/\/[\w.:[\]-]+$/.test(origin)))
    return [...new Set(origins as string[])]
  context.addIssue({
    code: 'custom',
    message: 'must be * or list origins: https://news.example, https://www.news.example',
  })
  return z.NEVER
}

function isAddressRange(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

const perMinute = (most: number) =>
  z.coerce.number('must be a number').int().min(1).max(100_000_000).default(most)

const readers = {
  /** Postgres to use; without it `npm start` brings its own. */
  DATABASE_URL: z.string().refine(isPostgresUrl, 'must look like postgresql://user:password@host:5432/name'),
  /** Connections that one process may hold open. */
  DATABASE_POOL: z.coerce.number('must be a number').int().min(1).max(500).default(10),
  /** Address that the app listens on. */
  HOST: z.string().default('127.0.0.1'),
  /** Port that the app listens on. */
  PORT: z.coerce.number('must be a number from 1 to 65535').int().min(1).max(65_535).default(3000),
  /** The address that people use, where a proxy with TLS stands before the app: "https://waqai.example.org". */
  WAQAI_PUBLIC_URL: z.string().transform(publicOrigin).optional(),
  /** Addresses and ranges of the proxies whose X-Forwarded-For is believed. */
  WAQAI_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((ranges) => ranges.every(isAddressRange), 'must list addresses or ranges: 127.0.0.1, 10.0.0.0/8'),
  /** Sites whose pages may frame the views under /embed: origins, or "*"; nobody's where left out. */
  WAQAI_EMBED_ORIGINS: z.string().default('').transform(originList),
  /** A MapLibre style that lies under the explorer's map in place of the outlines that come with the app. */
  WAQAI_MAP_STYLE_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:\/\/[\w.:[\]-]+\//.test(value),
      'must be the address of a MapLibre style: https://tiles.example/style.json',
    )
    .optional(),
  /** Further origins that this style asks for tiles. */
  WAQAI_MAP_ORIGINS: z
    .string()
    .default('')
    .transform(originList)
    .refine((origins) => !origins.includes('*'), 'must list origins: https://tiles.example'),
  /** Where the embedded Postgres and the state of this installation are kept. */
  WAQAI_DATA_DIR: z.string().default('.data'),
  /** Where the production build is kept. */
  WAQAI_DIST_DIR: z.string().default('.next'),
  /** Signs cookies and encrypts second factors; `npm start` keeps one in the data folder where none is set. */
  WAQAI_SECRET: z.string().min(32, 'must have 32 characters or more'),
  /** What a new installation starts with: the gazetteer and the sample data, or nothing. */
  WAQAI_SAMPLE: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  /** Requests a minute that one API token may send. */
  WAQAI_LIMIT_TOKEN: perMinute(600),
  /** Requests a minute that all tokens of one account may send. */
  WAQAI_LIMIT_ACCOUNT: perMinute(1_200),
  /** Writes a minute by all tokens of one account. */
  WAQAI_LIMIT_WRITES: perMinute(120),
  /** Requests for data a minute from one address by nobody known. */
  WAQAI_LIMIT_ADDRESS: perMinute(1_200),
  /** Whoever may read more incidents than that has the explorer answered by the server. */
  WAQAI_EXPLORE_ROWS: z.coerce.number('must be a number').int().min(1).max(100_000_000).default(2_000_000),
} as const

type Readers = typeof readers
type Name = keyof Readers

/** A setting is missing or wrong. The message names the variable and the remedy. */
export class EnvironmentError extends Error {
  constructor(name: string, trouble: string) {
    super(`The environment variable ${name} ${trouble}.`)
    this.name = 'EnvironmentError'
  }
}

/** The value of a setting, or its default. An empty value counts as none. Throws {@link EnvironmentError}. */
export function env<N extends Name>(name: N): z.output<Readers[N]> {
  const raw = process.env[name] || undefined
  const parsed = readers[name].safeParse(raw)
  if (parsed.success) return parsed.data as z.output<Readers[N]>
  throw new EnvironmentError(
    name,
    raw === undefined ? 'is not set' : (parsed.error.issues[0]?.message ?? 'is wrong'),
  )
}

/** Origins that pages ask for the ground of the map: none, unless a keeper sets one. */
export function mapOrigins(): string[] {
  const style = env('WAQAI_MAP_STYLE_URL')
  return style === undefined ? [] : [...new Set([new URL(style).origin, ...env('WAQAI_MAP_ORIGINS')])]
}

/** Whether a setting was given at all. */
export function isSet(name: Name): boolean {
  return Boolean(process.env[name])
}

/** The environment for a child process: this one's, with `extra` on top. */
export function environmentWith(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra }
}
