import type { Casualties, Total } from '@/lib/analysis/summary'
import { Prisma } from '@/prisma/generated/client'

/** Sums over rows that have the fact columns `killed_*` and `wounded_*`; read back by {@link casualtiesOf}. */
export interface CasualtySums extends OutcomeSums<'k'>, OutcomeSums<'w'> {}

type OutcomeSums<P extends string> = Record<`${P}${'Low' | 'Best' | 'High'}`, number | null> &
  Record<`${P}Open`, boolean | null> &
  Record<`${P}${'Undecided' | 'NotCollected'}`, number> &
  Record<`${P}${'FromLow' | 'ToHigh'}`, number | null>

/** As doubles: exact to 2⁵³, where a sum of integers would come as a bigint that JSON cannot hold. */
const outcomeSums = (outcome: 'killed' | 'wounded', prefix: 'k' | 'w') => `
  sum(${outcome}_low) filter (where ${outcome}_best is not null)::float8 "${prefix}Low",
  sum(${outcome}_best)::float8 "${prefix}Best",
  sum(${outcome}_high) filter (where ${outcome}_best is not null)::float8 "${prefix}High",
  bool_or(${outcome}_open) filter (where ${outcome}_best is not null) "${prefix}Open",
  (count(*) filter (where ${outcome}_best is null and ${outcome}_low is not null))::int "${prefix}Undecided",
  sum(${outcome}_low) filter (where ${outcome}_best is null)::float8 "${prefix}FromLow",
  sum(${outcome}_high) filter (where ${outcome}_best is null)::float8 "${prefix}ToHigh",
  (count(*) filter (where ${outcome}_state = 'not-collected'))::int "${prefix}NotCollected"`

export const casualtySums = Prisma.raw(`${outcomeSums('killed', 'k')}, ${outcomeSums('wounded', 'w')}`)

const sumsAgain = (prefix: 'k' | 'w') =>
  [
    ...['Low', 'Best', 'High', 'FromLow', 'ToHigh'].map(
      (name) => `sum("${prefix}${name}")::float8 "${prefix}${name}"`,
    ),
    ...['Undecided', 'NotCollected'].map((name) => `sum("${prefix}${name}")::int "${prefix}${name}"`),
    `bool_or("${prefix}Open") "${prefix}Open"`,
  ].join(', ')

/** The same sums over rows of {@link casualtySums}. */
export const sumOfSums = Prisma.raw(`${sumsAgain('k')}, ${sumsAgain('w')}`)

export const casualtiesOf = (row: CasualtySums): Casualties => ({
  killed: totalOf(row, 'k'),
  wounded: totalOf(row, 'w'),
})

function totalOf(row: CasualtySums, prefix: 'k' | 'w'): Total {
  return {
    low: row[`${prefix}Low`] ?? 0,
    best: row[`${prefix}Best`] ?? 0,
    high: row[`${prefix}High`] ?? 0,
    open: row[`${prefix}Open`] ?? false,
    disputed: {
      count: row[`${prefix}Undecided`],
      low: row[`${prefix}FromLow`] ?? 0,
      high: row[`${prefix}ToHigh`] ?? 0,
    },
    notCollected: row[`${prefix}NotCollected`],
  }
}
