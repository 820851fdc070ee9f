// How the WebAssembly schema engine reaches Postgres: @prisma/adapter-pg, with the four places mended
// where that adapter was made for an application's queries and not for migrations.

import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** Postgres's one-byte catalogue type `"char"`, which the adapter cannot map (it throws). */
const CHAR_OID = 18
/** An array of it, which the adapter can map: the columns are relabelled on the way through. */
const CHAR_ARRAY_OID = 1002

/**
 * The parts of a Postgres URL as connection options. Given apart and not as `connectionString`, since the
 * string would win over the `database` of a shadow connection, which would then reach the real database.
 *
 * @param {string} url
 */
export function connectionOptions(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || 5432,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(['require', 'verify-full'].includes(searchParams.get('sslmode') ?? '') ? { ssl: true } : {}),
  }
}

/**
 * Runs `work` on a connection of its own and closes it whatever happens.
 *
 * @template T
 * @param {pg.ClientConfig} options
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(options, work) {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...options })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Lets catalogue queries through that return `"char"` columns, in this connection and its transactions. */
function readingCatalogue(connection) {
  const { performIO, queryRaw, startTransaction } = connection
  connection.performIO = async (query) => {
    const result = await performIO.call(connection, query)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID
    }
    return result
  }
  connection.queryRaw = async (query) => {
    const result = await queryRaw.call(connection, query)
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
  if (startTransaction) {
    connection.startTransaction = async (level) =>
      readingCatalogue(await startTransaction.call(connection, level))
  }
  return connection
}

/** A connection fit for migrations. */
async function connect(options) {
  const connection = readingCatalogue(await new PrismaPg({ ...options, max: 2 }).connect())
  // The adapter cuts a script at every semicolon, inside function bodies and strings too. Postgres takes it whole.
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script)
    } catch (error) {
      connection.onError(error)
    }
  }
  return connection
}

/** A connection to a new, empty database, which is dropped once the connection is done with. */
async function connectToShadow(options) {
  const database = `waqai_shadow_${crypto.randomUUID().replaceAll('-', '')}`
  await withClient(options, (client) => client.query(`create database ${database} template template0`))
  const connection = await connect({ ...options, database })
  const dispose = connection.dispose.bind(connection)
  // The adapter's own shadow drops the database while its pool still holds it open, which Postgres refuses.
  connection.dispose = async () => {
    await dispose()
    await withClient(options, (client) => client.query(`drop database if exists ${database} with (force)`))
  }
  return connection
}

/**
 * What the schema engine asks for: a way to the database at `url`, and to shadow databases beside it.
 *
 * @param {string} url
 */
export function migrationAdapterFactory(url) {
  const options = connectionOptions(url)
  const { provider, adapterName } = new PrismaPg(options)
  return {
    provider,
    adapterName,
    connect: () => connect(options),
    connectToShadowDb: () => connectToShadow(options),
  }
}
