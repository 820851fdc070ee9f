import pg from 'pg'

/** Whether anybody has an account in the migrated database at `url`. */
export async function hasAccounts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query('select from "user" limit 1')).rowCount !== 0
  } finally {
    await client.end().catch(() => {})
  }
}
