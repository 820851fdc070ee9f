import type { z } from 'zod'
import { apiStepBody } from '@/app/_http/review-bodies'
import { recordBody } from '@/app/api/v1/_bodies'
import type { Scope } from '@/lib/access/viewer'
import { actorDraft } from '@/lib/actor/draft'
import { incidentPatchShape } from '@/lib/incident/patch'
import { placeDraft } from '@/lib/place/draft'
import type { RefusalKind } from '@/lib/problem'
import * as answers from './answers'
import { chart, code, cursorAndLimit, filter, ids, type Parameter, search } from './parameters'

/** One method of one address. */
export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** "/api/v1/incidents/{code}" */
  path: string
  summary: string
  /** What a token must have been given; null where no token is needed. */
  scopes: readonly Scope[] | null
  parameters: readonly Parameter[]
  /** Which headers it takes that guard a write. */
  guards: readonly ('if-match' | 'idempotency-key')[]
  body?: z.ZodType
  status: number
  answer: z.ZodType | null
  /** Has the version in ETag. */
  etag?: boolean
  /** Also given as a table. */
  csv?: boolean
  refusals: readonly RefusalKind[]
}

const reading: RefusalKind[] = ['unauthenticated', 'forbidden', 'too-many', 'unavailable']
const writing: RefusalKind[] = [...reading, 'invalid', 'too-large', 'key-reused']
const read = { method: 'get', scopes: ['read'] as Scope[], guards: [], status: 200 } as const
const post = { method: 'post', scopes: ['record'] as Scope[], parameters: [], status: 201 } as const

/** Every door of the API; a test holds the list against what is on disk. */
export const operations: Operation[] = [
  {
    ...read,
    path: '/api/v1/incidents',
    summary: 'A page of the incidents of a filter.',
    parameters: [...filter, ...cursorAndLimit],
    answer: answers.incidentPage,
    refusals: [...reading, 'invalid', 'too-slow'],
  },
  {
    ...post,
    path: '/api/v1/incidents',
    summary:
      'Record a log: its reports, statements and incidents with their claims, in one go or not at all.',
    guards: ['idempotency-key'],
    body: recordBody,
    answer: answers.recorded,
    refusals: [...writing, 'not-found', 'stale', 'duplicate'],
  },
  {
    ...read,
    path: '/api/v1/incidents/{code}',
    summary: 'One incident with its claims, statements, reports, figures, links and versions.',
    parameters: [code],
    answer: answers.incidentDetail,
    etag: true,
    refusals: [...reading, 'not-found'],
  },
  {
    method: 'patch',
    path: '/api/v1/incidents/{code}',
    summary: 'Replace the fields that the body names, each one whole, over the version that If-Match names.',
    scopes: ['read', 'record'],
    parameters: [code],
    guards: ['if-match', 'idempotency-key'],
    body: incidentPatchShape,
    status: 200,
    answer: answers.changed,
    etag: true,
    refusals: [...writing, 'not-found', 'stale', 'precondition-failed', 'precondition-required'],
  },
  {
    method: 'delete',
    path: '/api/v1/incidents/{code}',
    summary: 'Take the incident out of every list and count; restore brings it back.',
    scopes: ['read', 'record'],
    parameters: [code],
    guards: ['if-match', 'idempotency-key'],
    status: 204,
    answer: null,
    refusals: [...writing, 'not-found', 'precondition-failed', 'precondition-required'],
  },
  {
    ...read,
    path: '/api/v1/incidents/{code}/log',
    summary: 'The incident as what recorded it: what PATCH replaces the fields of.',
    scopes: ['read', 'record'],
    parameters: [code],
    answer: answers.incidentLog,
    etag: true,
    refusals: [...reading, 'not-found'],
  },
  {
    ...post,
    path: '/api/v1/incidents/{code}/restore',
    summary: 'Bring a deleted incident back.',
    scopes: ['read', 'record'],
    parameters: [code],
    guards: ['idempotency-key'],
    status: 204,
    answer: null,
    refusals: [...writing, 'not-found'],
  },
  {
    ...post,
    path: '/api/v1/incidents/{code}/review',
    summary: 'Take a step of review, or undo the last one, over the version that If-Match names.',
    scopes: ['read', 'record', 'review'],
    parameters: [code],
    guards: ['if-match', 'idempotency-key'],
    body: apiStepBody,
    status: 200,
    answer: answers.moved,
    etag: true,
    refusals: [...writing, 'not-found', 'precondition-failed', 'precondition-required'],
  },
  {
    ...read,
    path: '/api/v1/summary',
    summary: 'The charts and totals of a filter; one chart’s table with format=csv.',
    parameters: [...filter, ...chart],
    answer: answers.summary,
    csv: true,
    refusals: [...reading, 'invalid', 'too-slow'],
  },
  {
    ...read,
    path: '/api/v1/actors',
    summary: 'Actors by a name or by their ids.',
    parameters: [search, ids],
    answer: answers.actorsFound,
    refusals: [...reading, 'invalid', 'too-slow'],
  },
  {
    ...post,
    path: '/api/v1/actors',
    summary: 'Add an actor.',
    guards: ['idempotency-key'],
    body: actorDraft,
    answer: answers.actorAdded,
    refusals: writing,
  },
  {
    ...read,
    path: '/api/v1/places',
    summary: 'Places by a name or by their ids.',
    parameters: [search, ids],
    answer: answers.placesFound,
    refusals: [...reading, 'invalid', 'too-slow'],
  },
  {
    ...post,
    path: '/api/v1/places',
    summary: 'Add a place that the gazetteer lacks, below its parent.',
    guards: ['idempotency-key'],
    body: placeDraft,
    answer: answers.placeAdded,
    refusals: writing,
  },
  {
    ...read,
    path: '/api/v1/openapi.json',
    summary: 'This document.',
    scopes: null,
    parameters: [],
    answer: answers.openApi,
    refusals: [],
  },
]
