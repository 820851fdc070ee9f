import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQueryable, Transaction } from '@prisma/driver-adapter-utils'
import { raiseWithoutValues } from './errors-without-values'

/**
 * Prisma's adapter to pg, with the queries of a transaction one after another: Prisma asks for all relations of an
 * `include` at once, and pg, which has them wait for one another anyway, will soon refuse that. No error holds values.
 */
export class PostgresAdapter extends PrismaPg {
  override async connect(): Promise<Awaited<ReturnType<PrismaPg['connect']>>> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => inTurn(discreet(await start(isolation)))
    return discreet(adapter)
  }
}

function discreet<Queryable extends SqlQueryable>(queryable: Queryable): Queryable {
  const [query, execute] = [queryable.queryRaw.bind(queryable), queryable.executeRaw.bind(queryable)]
  queryable.queryRaw = (sql) => query(sql).catch(raiseWithoutValues)
  queryable.executeRaw = (sql) => execute(sql).catch(raiseWithoutValues)
  return queryable
}

function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const turn =
    <Query, Answer>(ask: (query: Query) => Promise<Answer>) =>
    (query: Query): Promise<Answer> => {
      const answer = last.then(() => ask(query))
      last = answer.catch(() => {})
      return answer
    }
  transaction.queryRaw = turn(transaction.queryRaw.bind(transaction))
  transaction.executeRaw = turn(transaction.executeRaw.bind(transaction))
  return transaction
}
