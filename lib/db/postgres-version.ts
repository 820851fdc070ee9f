import pg from 'pg'

const OLDEST = 15

/** Throws, saying what to do, unless a Postgres 15 or later answers at `url`. */
export async function requireSupportedPostgres(url: string): Promise<void> {
  const version = await majorVersion(url)
  if (version >= OLDEST) return
  throw new Error(
    `DATABASE_URL names a Postgres ${version}; Waqai needs ${OLDEST} or later. Leave DATABASE_URL out to use the Postgres that Waqai brings along.`,
  )
}

async function majorVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    )
    return Math.floor(Number(rows[0]?.number) / 10_000)
  } catch (cause) {
    const { hostname, port } = new URL(url)
    const why = cause instanceof Error ? cause.message || (cause as { code?: string }).code : String(cause)
    throw new Error(
      `The Postgres that DATABASE_URL names (${hostname}:${port || 5432}) does not let Waqai in: ${why}.`,
      {
        cause,
      },
    )
  } finally {
    await client.end().catch(() => {})
  }
}
