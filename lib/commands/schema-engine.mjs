#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which Prisma would otherwise download from its own server at
// the first `migrate` or `generate`. It speaks the engine's two dialects, `cli COMMAND` and JSON-RPC on
// stdin/stdout, and answers with the same engine compiled to WebAssembly, which comes from the npm registry.
// prisma.config.ts names this file in PRISMA_SCHEMA_ENGINE_BINARY; nobody calls it by hand.

import { readFileSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { connectionOptions, migrationAdapterFactory, withClient } from './schema-engine-adapter.mjs'

/** Postgres's error codes in Prisma's numbering; anything else is P1000. */
const PRISMA_CODES = { ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001', '3D000': 'P1003', '42P04': 'P1009' }

/** JSON-RPC's `code` for an error that the engine itself reports. */
const ENGINE_ERROR = 4466

/** One line on stderr as the native engine writes it; the Prisma CLI reads its last line for the outcome. */
function log(level, fields) {
  const entry = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' }
  writeSync(2, `${JSON.stringify(entry)}\n`)
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** The database URL: in the `--datasource` argument that the Prisma CLI passes. */
function datasourceUrl(args) {
  const at = args.indexOf('--datasource')
  const url = at >= 0 ? JSON.parse(args[at + 1]).url : undefined
  if (!url) throw new Error('No database URL was given: set DATABASE_URL.')
  return url
}

const cliCommands = {
  'can-connect-to-database': async (options) => {
    await withClient(options, (client) => client.query('select 1'))
    return 'Connection successful'
  },
  'create-database': async (options) => {
    await withClient({ ...options, database: 'postgres' }, (client) =>
      client.query(`create database ${pg.escapeIdentifier(options.database)}`),
    )
    return `Created database ${options.database}`
  },
  'drop-database': async (options) => {
    await withClient({ ...options, database: 'postgres' }, (client) =>
      client.query(`drop database if exists ${pg.escapeIdentifier(options.database)} with (force)`),
    )
    return `Dropped database ${options.database}`
  },
}

/** Answers `cli COMMAND`. Gives the exit code. */
async function runCli(command, url) {
  const options = connectionOptions(url)
  try {
    const work = cliCommands[command]
    if (!work) throw new Error(`Unknown command: ${command}`)
    log('INFO', { message: await work(options) })
    return 0
  } catch (error) {
    const meta = { database_name: options.database, database_host: options.host, database_port: options.port }
    log('ERROR', {
      message: error.message,
      is_panic: false,
      error_code: PRISMA_CODES[error.code] ?? 'P1000',
      meta,
    })
    return 1
  }
}

/** The WebAssembly engine over the database at `url`. */
async function loadEngine(url) {
  // Where the engine leaves its words when it panics; without it they are lost.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => log('ERROR', { message, is_panic: true }),
  }
  const name = '@prisma/schema-engine-wasm/schema_engine_bg'
  const bindings = await import(name)
  const bytes = readFileSync(new URL('schema_engine_bg.wasm', import.meta.resolve(name)))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapterFactory(url))
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
}

/** Runs one request on the engine. `diff` prints its script itself, as the native engine does. */
async function answer(engine, { method, params }) {
  const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
  if (method === 'diff' && result?.stdout != null) {
    send({ method: 'print', params: { content: result.stdout }, id: 'print' })
  }
  return result ?? null
}

function rpcError({ message, code, meta }) {
  return {
    code: ENGINE_ERROR,
    message,
    data: { is_panic: false, message, error_code: code, meta: meta ?? null },
  }
}

async function serve(url) {
  const engine = await loadEngine(url)
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {}
    if (!request.method) continue // the CLI acknowledging our `print`
    try {
      send({ id: request.id, result: await answer(engine, request) })
    } catch (error) {
      send({ id: request.id, error: rpcError(error) })
    }
  }
  return 0
}

const args = process.argv.slice(2)
const cli = args.indexOf('cli')
const url = datasourceUrl(args)
process.exit(cli >= 0 ? await runCli(args[cli + 1], url) : await serve(url))
