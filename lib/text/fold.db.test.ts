import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { fold } from './fold'

const db = await freshDatabase()

/** Folds all texts in one statement, as the database does it. */
async function foldedByDatabase(texts: string[]): Promise<string[]> {
  const rows = await db.prisma.$queryRaw<{ folded: string }[]>`
    select waqai_fold(given.text) as folded from unnest(${texts}::text[]) with ordinality as given(text, at) order by at`
  return rows.map((row) => row.folded)
}

it('is the same function in the database for every letter up to U+2FFF and the Arabic forms', async () => {
  const codes = [...range(0x1, 0x2fff), ...range(0xfb50, 0xfdff), ...range(0xfe70, 0xfeff)]
  const texts = codes.map((code) => `x${String.fromCodePoint(code)}y ${String.fromCodePoint(code)}`)
  expect(await foldedByDatabase(texts)).toEqual(texts.map(fold))
})

it('is the same function in the database for any text', async () => {
  const letters = fc.constantFrom(
    ...'أإآٱىئؤءةهـ َُِّ٠٩۰کیگʿ’‘-،؟ßÆİıŁЙЁΣç'.split(''),
    '\u200f',
    '\u0301',
    ' ',
    'a',
  )
  const unit = fc.oneof(letters, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }))
  const texts = fc.sample(
    fc.array(unit, { maxLength: 30 }).map((all) => all.join('').replaceAll('\0', '')),
    3000,
  )
  expect(await foldedByDatabase(texts)).toEqual(texts.map(fold))
})

it('has trigrams in either script, without which text search reads whole tables', async () => {
  const [row] = await db.prisma.$queryRaw<{ arabic: number; latin: number }[]>`
    select cardinality(show_trgm('درنه'))::int as arabic, cardinality(show_trgm('derna'))::int as latin`
  expect(row).toEqual({ arabic: 5, latin: 6 })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
