import type pg from 'pg'

/** A place below those of `above`, the country first; a division has no point. Gives its id. */
export async function insertPlace(
  client: pg.Client,
  { kind, name, above }: { kind: string; name: string; above: readonly number[] },
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into place (key, kind, country, parent_id, lat, lon) values ($1, $2, 'LY', $3, $4, $5) returning id`,
    [`test:${name}`, kind, above.at(-1) ?? null, ...(kind === 'division' ? [null, null] : [32.7, 22.6])],
  )
  const id = rows[0]?.id ?? 0
  await client.query('update place set path = $2 where id = $1', [id, [...above, id]])
  await client.query(
    `insert into place_name (place_id, lang, name, folded) values ($1, 'en', $2, waqai_fold($2))`,
    [id, name],
  )
  return id
}

/** What a log needs to stand on: a country, its division, a town and two actors. Gives their ids. */
export async function seedRegistry(client: pg.Client) {
  const one = async (sql: string): Promise<number> =>
    (await client.query<{ id: number }>(sql)).rows[0]?.id ?? 0
  const actor = async (name: string) => {
    const id = await one(
      `insert into actor (key, kind) values ('sample:${name}', 'rebel-group') returning id`,
    )
    await client.query(
      `insert into actor_name (actor_id, lang, name, folded) values ($1, 'en', $2, waqai_fold($2))`,
      [id, name],
    )
    return id
  }
  const country = await insertPlace(client, { kind: 'country', name: 'Libya', above: [] })
  const division = await insertPlace(client, { kind: 'division', name: 'Derna District', above: [country] })
  return {
    country,
    division,
    town: await insertPlace(client, { kind: 'city', name: 'Derna', above: [country, division] }),
    initiator: await actor('Shura Council'),
    target: await actor('Operation Dignity'),
  }
}

export type Registry = Awaited<ReturnType<typeof seedRegistry>>

/** Counts the rows of every table but some in one statement, never those that count the requests themselves. */
export async function rowCounter(
  client: pg.Client,
  without: readonly string[] = [],
): Promise<() => Promise<string>> {
  const { rows: all } = await client.query<{ name: string }>(
    `select table_name name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const rows = all.filter(({ name }) => !without.includes(name))
  const counts = rows.map(({ name }) => `(select count(*) from "${name}") as "${name}"`).join(', ')
  return async () => JSON.stringify((await client.query(`select ${counts}`)).rows[0])
}

/** Who asks at every door. A door may close the account or end the session: `restore` brings both back. */
export async function keeperOf(client: pg.Client) {
  const {
    rows: [was],
  } = await client.query<{ user: object; session: object }>(
    `select to_jsonb(u) as "user", to_jsonb(s) as session from "user" u join session s on s.user_id = u.id`,
  )
  const restore = async () => {
    await client.query(
      `insert into "user" select * from jsonb_populate_record(null::"user", $1) on conflict (id) do update
       set role = excluded.role, closed_at = excluded.closed_at, two_factor_enabled = excluded.two_factor_enabled`,
      [was?.user],
    )
    await client.query(
      `insert into session select * from jsonb_populate_record(null::session, $1) on conflict (id) do nothing`,
      [was?.session],
    )
    await client.query('delete from setting')
  }
  return { restore }
}

export type Keeper = Awaited<ReturnType<typeof keeperOf>>
