import type pg from 'pg'

/** What a log needs to stand on: a country, a town and two actors. Gives their ids. */
export async function seedRegistry(client: pg.Client) {
  const one = async (sql: string): Promise<number> =>
    (await client.query<{ id: number }>(sql)).rows[0]?.id ?? 0
  const place = async (key: string, kind: string, name: string, parent: number | null) => {
    const id = await one(
      `insert into place (key, kind, country, parent_id, lat, lon) values ('${key}', '${kind}', 'LY', ${parent}, 32.7, 22.6) returning id`,
    )
    await client.query('update place set path = $2 where id = $1', [
      id,
      parent === null ? [id] : [parent, id],
    ])
    await client.query(
      `insert into place_name (place_id, lang, name, folded) values ($1, 'en', $2, waqai_fold($2))`,
      [id, name],
    )
    return id
  }
  const actor = async (name: string) => {
    const id = await one(`insert into actor (key, kind) values ('own:${name}', 'rebel-group') returning id`)
    await client.query(
      `insert into actor_name (actor_id, lang, name, folded) values ($1, 'en', $2, waqai_fold($2))`,
      [id, name],
    )
    return id
  }
  const country = await place('iso:LY', 'country', 'Libya', null)
  return {
    country,
    town: await place('own:derna', 'city', 'Derna', country),
    initiator: await actor('Shura Council'),
    target: await actor('Operation Dignity'),
  }
}

export type Registry = Awaited<ReturnType<typeof seedRegistry>>

/** Counts the rows of every table in one statement, but for those that count the requests themselves. */
export async function rowCounter(client: pg.Client): Promise<() => Promise<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name name from information_schema.tables where table_schema = 'public' and table_name <> 'throttle' order by 1`,
  )
  const counts = rows.map(({ name }) => `(select count(*) from "${name}") as "${name}"`).join(', ')
  return async () => JSON.stringify((await client.query(`select ${counts}`)).rows[0])
}
