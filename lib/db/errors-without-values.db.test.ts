import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { freshDatabase } from './test-database'
import { inTransaction } from './transaction'

const { prisma } = await freshDatabase()
const secret = 'Told in confidence'
const report = { outlet: secret, agencies: [secret], language: 'en', visibility: 'everyone', text: secret }
const unlisted = { ...report, visibility: secret }

/** As a log would have it: with its causes, and all that hangs on it. */
const printed = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => inspect(error, { depth: 12, showHidden: true }),
  )

const wrong: [string, () => Promise<unknown>, string][] = [
  [
    'of a field',
    () => prisma.report.create({ data: { ...report, x: secret } as never }),
    'Unknown argument `x`',
  ],
  [
    'of a type, in a transaction',
    () => inTransaction((tx) => tx.report.create({ data: { ...report, version: secret as never } })),
    'Expected Int, provided String',
  ],
  ['of a closed list', () => prisma.report.create({ data: unlisted }), 'report_visibility_listed'],
  [
    'of a closed list, in a transaction',
    () => inTransaction((tx) => tx.report.create({ data: unlisted })),
    'report_visibility_listed',
  ],
  [
    'of a statement of ours',
    () => prisma.$executeRaw`insert into report (outlet, agencies) values (${secret}, null)`,
    'violates not-null constraint',
  ],
  [
    'of a number',
    () => prisma.$queryRaw`select ${secret}::text::int`,
    'invalid input syntax for type integer',
  ],
]

test.each(wrong)(
  'an unexpected error %s says what is wrong, and where, and no value',
  async (_, ask, what) => {
    const text = await printed(ask())
    expect(text).toContain(what)
    expect(text).toMatch(/\n +at /)
    expect(text).not.toContain(secret)
  },
)
