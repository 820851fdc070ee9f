import type { Viewer } from '@/lib/access/viewer'
import { CLOSE_DAYS, type Likeness, NEAR_KM } from '@/lib/incident/likeness'
import { Prisma } from '@/prisma/generated/client'
import { database } from './client'
import { seenPlaces } from './seen-registry'
import { visibleIncidents } from './visible-to'

export interface LikelyDuplicate {
  code: string
  titleAr: string | null
  titleEn: string | null
  kind: string
  startOn: Date | null
  endOn: Date | null
  placeId: number
  samePlace: boolean
  sharedActors: number
}

const MOST = 5
const KM_PER_DEGREE = 111.2

/**
 * Incidents at the same place, or one near it or around it, on close dates; those with a shared actor first, and
 * where both sides name actors only those.
 */
export function likelyDuplicates(viewer: Viewer, like: Likeness): Promise<LikelyDuplicate[]> {
  const start = like.start ?? like.end
  const end = like.end ?? like.start
  if (start === null || end === null) return Promise.resolve([])
  const spread = NEAR_KM / KM_PER_DEGREE
  return database().$queryRaw<LikelyDuplicate[]>`
    with asked as (select id, path, lat, lon from place p where id = ${like.placeId} and ${seenPlaces(viewer)})
    select i.code, i.title_ar as "titleAr", i.title_en as "titleEn", i.kind,
      i.start_on as "startOn", i.end_on as "endOn", i.place_id as "placeId",
      i.place_id = asked.id as "samePlace",
      (select count(*)::int from party where incident_id = i.id and actor_id = any(${like.actors}::int[])) as "sharedActors"
    from incident i join place p on p.id = i.place_id cross join asked
    where ${visibleIncidents(viewer)} and i.deleted_at is null
      and i.code is distinct from ${like.code}
      and i.sort_on between ${start}::date - 40 and ${end}::date + ${CLOSE_DAYS}::int
      and coalesce(i.end_on, i.start_on) >= ${start}::date - ${CLOSE_DAYS}::int
      and (i.place_id = asked.id
        or p.parent_id = asked.id and p.kind in ('area', 'site')
        or abs(coalesce(i.lat, p.lat) - asked.lat) < ${spread}
          and abs(coalesce(i.lon, p.lon) - asked.lon) * cos(radians(asked.lat)) < ${spread})
      and (${like.actors.length === 0} or not exists (select from party where incident_id = i.id)
        or exists (select from party where incident_id = i.id and actor_id = any(${like.actors}::int[])))
    order by "sharedActors" desc, "samePlace" desc, abs(i.sort_on - ${start}::date), i.id desc
    limit ${Prisma.raw(String(MOST))}`
}
