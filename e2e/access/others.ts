import type pg from 'pg'
import type { It } from './things'

/** What a request may name of another object than the one that its address names. */
export interface Other {
  code: string
  draft: string
  claim: string
  site: string
  party: string
  conflictSet: string
  report: { key: string; id: number }
  statement: { key: string; id: number }
}

/** Whether the asker sees the other object. What they do not see must be to them as what is not there. */
export const variants = ['seen', 'hidden', 'absent'] as const
export type Variant = (typeof variants)[number]

const MOST = 2_147_483_647

export const absent: Other = {
  code: 'LY-2017-ZZZY',
  draft: '00000000-0000-4000-8000-000000000000',
  ...{ claim: `c${MOST}`, site: `s${MOST}`, party: `p${MOST}`, conflictSet: `x${MOST}` },
  ...{ report: { key: `r${MOST}`, id: MOST }, statement: { key: `t${MOST}`, id: MOST } },
}

export function otherOf({ code, id, log }: It): Other {
  const incident = log?.incidents[0]
  const first = <T>(list: readonly T[] | undefined): T => {
    if (list?.[0] === undefined) throw new Error(`${code} has nothing to name`)
    return list[0]
  }
  return {
    code,
    draft: id,
    claim: first(incident?.claims).key,
    site: first(incident?.where.sites).key,
    party: first(incident?.parties).key,
    conflictSet: first(incident?.conflictSets).key,
    report: first(log?.reports),
    statement: first(log?.statements),
  }
}

/** The log of `it`, with the keys of the other in place of its own. */
export function withKeysOf(it: It, other: Other): NonNullable<It['log']> {
  const own = otherOf(it)
  const text = (['claim', 'site', 'party', 'conflictSet'] as const).reduce(
    (text, name) => text.replaceAll(`"${own[name]}"`, `"${other[name]}"`),
    JSON.stringify(it.log),
  )
  return JSON.parse(text) as NonNullable<It['log']>
}

/** An answer without what differs by what was named. */
export const anonymous = (text: string, codes: readonly string[]): string =>
  codes.reduce((text, code) => text.replaceAll(code, '#'), text).replace(/\d+/g, '#')

/** All that is stored of an incident, and of the draft beside it. */
export async function rowsOf(client: pg.Client, { code, draft }: Other): Promise<string> {
  const hanging = [
    'claim',
    'site',
    'party',
    'conflict_set',
    'evidence',
    'comment',
    'incident_report',
    'figure',
  ]
  const lists = hanging.map(
    (table) =>
      `(select jsonb_agg(to_jsonb(t) order by to_jsonb(t)) from ${table} t where incident_id = i.id)`,
  )
  const { rows } = await client.query<{ all: unknown }>(
    `select jsonb_build_array(to_jsonb(i), ${lists.join(', ')},
       (select jsonb_agg(to_jsonb(s) order by s.id) from statement s
        where id in (select statement_id from claim where incident_id = i.id)),
       (select jsonb_agg(to_jsonb(r) order by r.id) from report r
        where id in (select report_id from incident_report where incident_id = i.id)),
       (select to_jsonb(d) from draft d where id = $2)) as "all"
     from incident i where code = $1`,
    [code, draft],
  )
  return JSON.stringify(rows[0]?.all)
}
