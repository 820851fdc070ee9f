import type { Viewer } from '@/lib/access/viewer'
import { database } from '@/lib/db/client'
import { type LikelyDuplicate, likelyDuplicates } from '@/lib/db/likely-duplicates'
import { toCivil } from '@/lib/db/log/dates'
import { namedPlaces } from '@/lib/db/names'
import type { Likeness, LikenessReason } from '@/lib/incident/likeness'
import type { LogDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { requireReading } from './require-reading'

/** Incidents that are likely the same as those asked for, by the key of each. Refuses with `forbidden`. */
export async function findDuplicates(viewer: Viewer, asked: readonly Likeness[]) {
  requireReading(viewer)
  return await likeThese(viewer, asked)
}

async function likeThese(viewer: Viewer, asked: readonly Likeness[]) {
  const found = await Promise.all(asked.map((like) => likelyDuplicates(viewer, like)))
  const places = await namedPlaces(
    database(),
    found.flat().map(({ placeId }) => placeId),
  )
  return asked.map(({ key }, i) => ({
    key,
    matches: (found[i] ?? []).map((row) => ({
      code: row.code,
      title: { ar: row.titleAr, en: row.titleEn },
      kind: row.kind,
      start: toCivil(row.startOn),
      end: toCivil(row.endOn),
      place: places.get(row.placeId)?.names ?? { ar: null, en: null },
      because: reasons(row),
    })),
  }))
}

function reasons({ samePlace, sharedActors }: LikelyDuplicate): LikenessReason[] {
  return [
    samePlace ? 'same-place' : 'near-place',
    'close-dates',
    ...(sharedActors > 0 ? (['same-parties'] as const) : []),
  ]
}

/**
 * Refuses with `duplicate` and the matches where a new incident of the log has a likely double that the viewer may read:
 * a token that may only record learns of none.
 */
export async function refuseDuplicates(viewer: Viewer, log: LogDraft): Promise<void> {
  const fresh = log.incidents.filter(({ code }) => code === null)
  const duplicates = await likeThese(viewer, fresh.map(likenessOf))
  const problems = duplicates.flatMap(({ key, matches }) => {
    const i = log.incidents.findIndex((incident) => incident.key === key)
    const parties = log.incidents[i]?.parties.length ?? 0
    // Without a shared party the likeness is only shown while typing: a city has several incidents a day.
    const same = matches.filter(({ because }) => parties > 0 && because.includes('same-parties'))
    if (same.length === 0) return []
    const codes = same.map(({ code }) => code).join(', ')
    return [{ path: ['incidents', i], code: 'likely-duplicate', params: { codes } }]
  })
  if (problems.length > 0) throw new Refusal('duplicate', problems, { duplicates })
}

function likenessOf({ key, code, where, when, parties }: LogDraft['incidents'][number]): Likeness {
  return {
    key,
    code,
    placeId: where.placeId,
    start: when.start,
    end: when.end,
    actors: parties.map(({ actorId }) => actorId),
  }
}
