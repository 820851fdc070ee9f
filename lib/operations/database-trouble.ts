/** What Prisma and the driver say when the database cannot be reached, is starting or is going down. */
const codes = /^(P100[0128]|P1017|P2024|ECONN(REFUSED|RESET)|57P0[123])$/

/**
 * The same where it is told in words only: Prisma wraps what a raw query met. Whoever waited for a connection in vain
 * cannot tell a pool that others use up from a server that is silent; P2028 alone may be a mistake of ours.
 */
const words =
  /can't reach database server|connection terminated|terminating connection|Code: `57P0[123]`|database system is (starting up|shutting down)|timeout exceeded when trying to connect|unable to start a transaction in the given time/i

/** What Postgres says of a query that it cancelled for taking longer than it may, and Prisma of a transaction. */
const cancelled = /Code: `57014`|canceling statement due to statement timeout|on an expired transaction/

/** Whether `error`, or what caused it, says that the database is away: expected trouble, to be answered kindly. */
export const isUnavailable = (error: unknown): boolean =>
  causesOf(error).some(
    (cause) => ('code' in cause && codes.test(String(cause.code))) || words.test(cause.message),
  )

/** Whether a query or transaction was cancelled since it took longer than its reader may wait. */
export const tookTooLong = (error: unknown): boolean =>
  causesOf(error).some((cause) => cancelled.test(cause.message))

function causesOf(error: unknown, depth = 5): Error[] {
  return error instanceof Error && depth > 0 ? [error, ...causesOf(error.cause, depth - 1)] : []
}
