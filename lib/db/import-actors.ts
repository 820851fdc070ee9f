import 'server-only'
import type { ActorKind } from '@/lib/actor/lists'
import type { Bulk } from './bulk'

export interface ActorWanted {
  key: string
  kind: ActorKind
  name: string
}

/** An actor's id and what text search finds of it. */
export interface ActorFound {
  id: number
  searchText: string
}

/** Actors by key; those that nothing has yet are made, with one English name each. A known actor keeps its names. */
export async function resolveActors(
  bulk: Bulk,
  wanted: readonly ActorWanted[],
): Promise<Map<string, ActorFound>> {
  if (wanted.length === 0) return new Map()
  const keys = wanted.map((want) => want.key)
  await bulk.query(
    `with made as (
       insert into actor (key, kind)
       select w.key, w.kind from unnest($1::text[], $2::text[]) as w (key, kind)
        where not exists (select from actor a where a.key = w.key)
       on conflict (key) do nothing returning id, key
     )
     insert into actor_name (actor_id, lang, name, folded)
     select made.id, 'en', w.name, waqai_fold(w.name)
       from made join unnest($1::text[], $3::text[]) as w (key, name) on w.key = made.key`,
    [keys, wanted.map((want) => want.kind), wanted.map((want) => want.name)],
  )
  const { rows } = await bulk.query<{ key: string; id: number; text: string | null }>(
    `select a.key, a.id, string_agg(distinct n.folded, ' ') as text
       from actor a left join actor_name n on n.actor_id = a.id
      where a.key = any($1::text[]) group by a.id`,
    [keys],
  )
  return new Map(rows.map(({ key, id, text }) => [key, { id, searchText: text ?? '' }]))
}
