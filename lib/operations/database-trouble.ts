/** What Prisma and the driver say when the database cannot be reached, is starting or is going down. */
const codes = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
])

/** Whether `error`, or what caused it, says that the database is away: expected trouble, to be answered kindly. */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && codes.has(String(at.code))) return true
    if (
      /(can't reach database server|connection terminated|database system is (starting up|shutting down))/i.test(
        at.message,
      )
    )
      return true
  }
  return false
}
