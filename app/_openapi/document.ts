import { z } from 'zod'
import { problemType, statusOf } from '@/app/_http/problem-kinds'
import { claimDraft } from '@/lib/claim/draft'
import { incidentDraft, whereDraft } from '@/lib/incident/draft'
import { logDraft } from '@/lib/incident/log-draft'
import { whenDraft } from '@/lib/incident/when-draft'
import type { RefusalKind } from '@/lib/problem'
import { reportDraft, statementDraft } from '@/lib/report/draft'
import { listedIncident, names, problem } from './answers'
import { type Operation, operations } from './operations'
import { guards, type Parameter } from './parameters'

/** What has a name of its own in the document; all else stands where it is used. */
const bodies = {
  Log: logDraft,
  Incident: incidentDraft,
  Where: whereDraft,
  When: whenDraft,
  Claim: claimDraft,
  Report: reportDraft,
  Statement: statementDraft,
}
const told = { Problem: problem, ListedIncident: listedIncident, Names: names }

interface JsonSchema {
  [key: string]: unknown
}

interface MediaContent {
  [type: string]: { schema: JsonSchema }
}

export interface Answered {
  description: string
  headers?: Record<string, object>
  content?: MediaContent
}

export interface PathOperation {
  operationId: string
  summary: string
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { required: true; content: MediaContent }
  responses: Record<string, Answered>
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  paths: Record<string, Partial<Record<Operation['method'], PathOperation>>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> }
}

/** The API as OpenAPI 3.1: bodies from the schemas that validate them, answers from those that tests hold them to. */
export const openApiDocument = (): OpenApiDocument => {
  written ??= write()
  return written
}

/** It is the same for everybody, and takes a while to write. */
let written: OpenApiDocument | undefined

function write(): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Waqai',
      version: '1',
      description: 'What conflict incidents are claimed to be, and the figures derived from the claims.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...named(bodies, 'input'), ...named(told, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token: waqai_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'waqai.session_token' },
      },
    },
  }
}

function described(operation: Operation): PathOperation {
  const { method, path, summary, scopes, body, parameters, status } = operation
  return {
    operationId: `${method} ${path}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, ''),
    summary,
    security: scopes === null ? [{}] : [{ token: [...scopes] }, { session: [] }],
    parameters: [...parameters, ...operation.guards.map((guard) => guards[guard])],
    ...(body ? { requestBody: { required: true, content: inJson(bodySchema(body)) } } : {}),
    responses: { [status]: success(operation), ...refusals(operation.refusals) },
  }
}

function success({ answer, status, etag, csv, guards: guarded, scopes }: Operation): Answered {
  const headers = {
    ...(scopes === null ? {} : rateLimits),
    ...(etag ? { ETag: header('The version, for If-Match.') } : {}),
    ...(status === 201 && answer
      ? { Location: header('Where the record stands, where it has an address.') }
      : {}),
    ...(guarded.includes('idempotency-key')
      ? { 'Idempotent-Replayed': header('"true" where this was answered before under the same key.') }
      : {}),
  }
  const content = {
    ...(answer ? inJson(answerSchema(answer)) : {}),
    ...(csv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
  }
  return { description: answer ? 'What was asked for.' : 'Done.', headers, ...(answer ? { content } : {}) }
}

/** Refusals by their status; several kinds may share one. */
function refusals(kinds: readonly RefusalKind[]): Record<string, Answered> {
  const statuses = [...new Set(kinds.map((kind) => statusOf[kind]))].sort((a, b) => a - b)
  const entries = statuses.map((status): [string, Answered] => [
    String(status),
    {
      description: kinds
        .filter((kind) => statusOf[kind] === status)
        .map((kind) => `${kind}: ${problemType(kind)}`)
        .join('; '),
      headers: {
        ...(status === 429 || status === 503 ? { 'Retry-After': header('Seconds to wait.') } : {}),
        ...(status === 401 ? { 'WWW-Authenticate': header('Bearer.') } : {}),
        ...(status === 412 ? { ETag: header('The version that stands now.') } : {}),
      },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return Object.fromEntries(entries)
}

const header = (description: string) => ({ description, schema: { type: 'string' } })
const rateLimits = {
  RateLimit: header('What is left of each limit, and seconds until it begins anew.'),
  'RateLimit-Policy': header('The limits that the request was counted against.'),
}

const inJson = (schema: JsonSchema): MediaContent => ({ 'application/json': { schema } })

const bodySchema = (schema: z.ZodType): JsonSchema => within(bodies, schema, 'input')
const answerSchema = (schema: z.ZodType): JsonSchema => within(told, schema, 'output')

type Direction = 'input' | 'output'

/** The schema as JSON Schema, with what has a name told by reference. */
function within(known: Record<string, z.ZodType>, schema: z.ZodType, io: Direction): JsonSchema {
  const { '': told = {} } = named({ ...known, '': schema }, io)
  return told
}

function named(schemas: Record<string, z.ZodType>, io: Direction): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id: id || 'this' })
  const uri = (id: string) => `#/components/schemas/${id}`
  const written = z.toJSONSchema(registry, { io, uri, unrepresentable: 'any' }).schemas as Record<
    string,
    JsonSchema
  >
  return Object.fromEntries(
    Object.entries(written).map(([id, { $schema, $id, id: _id, ...schema }]) => [
      id === 'this' ? '' : id,
      schema,
    ]),
  )
}
