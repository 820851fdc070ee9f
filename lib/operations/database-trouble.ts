/** What Prisma and the driver say when the database cannot be reached, is starting or is going down. */
const codes = /^(P100[0128]|P1017|P2024|ECONN(REFUSED|RESET)|57P0[123])$/

/** The same where it is told in words only: Prisma wraps what a raw query met. */
const words =
  /can't reach database server|connection terminated|terminating connection|Code: `57P0[123]`|database system is (starting up|shutting down)/i

/** Whether `error`, or what caused it, says that the database is away: expected trouble, to be answered kindly. */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && codes.test(String(at.code))) return true
    if (words.test(at.message)) return true
  }
  return false
}
