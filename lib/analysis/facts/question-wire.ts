import { z } from 'zod'
import { type ReadFilter, readFilter, writeFilter } from '../filter-url'
import { bucketUnits, orders } from '../view'
import type { Question } from './explorer'
import { laneKinds } from './lanes'

/** A question without what only facts need: of a text, SQL finds the matches itself. */
export type AskedQuestion = Omit<Question, 'matches'>

/** The most columns and squares that a screen has room for, and incidents that are listed at once. */
const MOST_COLUMNS = 4_000
const MOST_SQUARES = 250_000
const MOST_LISTED = 5_000

/** The longest query of a filter that is within all limits of a filter. */
const LONGEST_FILTER = 16_000
const LARGEST = 2_147_483_647
/** Days that a date can name, and more. */
const FAR = 10_000_000

const filter = z
  .string()
  .max(LONGEST_FILTER)
  .transform((query, context) => {
    const read: ReadFilter = readFilter(new URLSearchParams(query))
    if (read.ok) return read.filter
    for (const { path, code, params } of read.problems)
      context.addIssue({ code: 'custom', path, message: code, params: params ?? {} })
    return z.NEVER
  })

const window = z
  .strictObject({ from: z.number().min(-FAR).max(FAR), to: z.number().min(-FAR).max(FAR) })
  .refine(({ from, to }) => from < to, { error: 'question-window', path: ['to'] })

const degrees = (most: number) => z.number().min(-most).max(most)
const box = z
  .strictObject({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) })
  .refine(({ west, east }) => west < east, { error: 'question-box', path: ['east'] })
  .refine(({ south, north }) => south < north, { error: 'question-box', path: ['north'] })

const map = z
  .strictObject({
    box,
    columns: z.int().min(1).max(MOST_SQUARES),
    rows: z.int().min(1).max(MOST_SQUARES),
    find: z.int().min(1).max(LARGEST).nullable(),
  })
  .refine(({ columns, rows }) => columns * rows <= MOST_SQUARES, {
    error: 'question-squares',
    params: { most: MOST_SQUARES },
    path: ['rows'],
  })

/** A question as a page sends it to the server: its filters are their queries, as an address has them. */
export const questionSchema = z.strictObject({
  filter,
  against: filter.nullable(),
  view: z.strictObject({ order: z.enum(orders), unit: z.enum(['auto', ...bucketUnits]) }),
  window: window.nullable(),
  lanes: z.enum(laneKinds),
  columns: z.int().min(0).max(MOST_COLUMNS),
  listed: z.int().min(0).max(MOST_LISTED),
  map: map.nullable(),
})

/** What {@link questionSchema} reads. */
export function writeQuestion({ matches: _, ...question }: Question): z.input<typeof questionSchema> {
  return {
    ...question,
    filter: writeFilter(question.filter),
    against: question.against && writeFilter(question.against),
    columns: Math.min(MOST_COLUMNS, question.columns),
    listed: Math.min(MOST_LISTED, question.listed),
  }
}
