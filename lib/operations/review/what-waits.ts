import 'server-only'
import { mayRecord } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import type { ListedIncident } from '@/lib/analysis/listed'
import { database } from '@/lib/db/client'
import { incidentsById } from '@/lib/db/incident-list'
import { readConsistently } from '@/lib/db/transaction'
import {
  countUnseenMentions,
  countWaitingIncidents,
  unseenMentions,
  waitingIncidents,
} from '@/lib/db/waiting'
import type { WaitingReason } from '@/lib/incident/review'
import { rowKey } from '@/lib/incident/row-key'
import { Refusal } from '@/lib/problem'
import { reviewSettings } from './review-settings'

/** The most of each kind that the page shows; whoever works through them sees the next. */
const MOST = 100

export interface WaitingIncident {
  incident: ListedIncident
  version: number
  since: string
  note: string | null
}

export interface WaitingMention {
  comment: number
  incident: ListedIncident
  claim: string | null
  by: string
  body: string
  at: string
}

export interface Waiting {
  incidents: Record<WaitingReason, WaitingIncident[]>
  mentions: WaitingMention[]
}

/** What waits for the viewer. Refuses with `forbidden` who only reads. */
export function whatWaits(viewer: Viewer): Promise<Waiting> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  return readConsistently(async (db) => {
    const rows = await waitingIncidents(db, viewer, await reviewSettings(db), MOST)
    const mentions = await unseenMentions(db, viewer, MOST)
    const ids = new Set([...rows.map(({ id }) => id), ...mentions.map(({ incident }) => incident)])
    const listed = await incidentsById(db, [...ids], viewer)
    const of = (reason: WaitingReason): WaitingIncident[] =>
      rows.flatMap((row) => {
        const incident = listed.get(row.id)
        if (row.reason !== reason || !incident) return []
        return [{ incident, version: row.version, since: row.since.toISOString(), note: row.note }]
      })
    return {
      incidents: {
        returned: of('returned'),
        verify: of('verify'),
        publish: of('publish'),
        confirm: of('confirm'),
        decide: of('decide'),
      },
      mentions: mentions.flatMap(({ incident, claimId, ...mention }) => {
        const found = listed.get(incident)
        const claim = claimId === null ? null : rowKey('claim', claimId)
        return found ? [{ ...mention, claim, incident: found }] : []
      }),
    }
  })
}

/** Whether anything can wait for the viewer: they have an account, and do more than read. */
export const takesPart = (viewer: Viewer): boolean => viewer.kind === 'member' && mayRecord(viewer)

/** How many incidents and comments wait for the viewer; for the top of every page. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  if (!takesPart(viewer)) return 0
  const db = database()
  const [incidents, mentions] = await Promise.all([
    reviewSettings(db).then((settings) => countWaitingIncidents(db, viewer, settings)),
    countUnseenMentions(db, viewer),
  ])
  return incidents + mentions
}
