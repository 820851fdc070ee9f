import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma's adapter to pg, with the queries of a transaction one after another: Prisma asks for all relations of an
 * `include` at once, and pg, which has them wait for one another anyway, will soon refuse that.
 */
export class PostgresAdapter extends PrismaPg {
  override async connect(): Promise<Awaited<ReturnType<PrismaPg['connect']>>> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => inTurn(await start(isolation))
    return adapter
  }
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
