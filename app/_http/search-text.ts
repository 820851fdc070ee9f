import { z } from 'zod'
import { readFilter } from '@/lib/analysis/filter-url'
import { Refusal } from '@/lib/problem'
import { problemsOf } from '@/lib/problem-issues'
import { cleanText } from '@/lib/text/clean-text'

const text = cleanText({ max: 200, required: true })
const ids = z
  .string()
  .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,49}$/, { error: 'form-wrong' })
  .transform((list) => list.split(',').map(Number))

/** What a look-up asks: words in `q`, or record ids in `id`, separated by commas. Refuses with `invalid`. */
export function searchOf(request: Request): { text: string } | { ids: number[] } {
  const asked = new URL(request.url).searchParams
  const id = asked.get('id')
  if (id !== null) return { ids: parse(ids, id, 'id') }
  const q = asked.get('q')
  if (q === null) throw new Refusal('invalid', [{ path: ['q'], code: 'search-missing' }])
  return { text: parse(text, q, 'q') }
}

/** Words to find in the texts of incidents, as a filter takes them. Refuses with `invalid`. */
export function textOf(request: Request): string {
  const q = new URL(request.url).searchParams.get('q')
  if (q === null) throw new Refusal('invalid', [{ path: ['q'], code: 'search-missing' }])
  const read = readFilter(new URLSearchParams({ q }))
  if (!read.ok) throw new Refusal('invalid', read.problems)
  return read.filter.text
}

/** The most incidents that are shown at once by their ids. */
const MOST_IDS = 100
const LARGEST = 2_147_483_647

/** The ids in `ids`, separated by commas. Refuses with `invalid`. */
export function idsOf(request: Request): number[] {
  const told = new URL(request.url).searchParams.get('ids') ?? ''
  const ids = told.split(',').map((id) => (/^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0))
  if (ids.length <= MOST_IDS && ids.every((id) => id >= 1 && id <= LARGEST)) return ids
  throw new Refusal('invalid', [{ path: ['ids'], code: 'ids-form', params: { most: MOST_IDS } }])
}

function parse<T>(schema: z.ZodType<T>, value: string, name: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal(
    'invalid',
    problemsOf(parsed.error.issues).map((problem) => ({ ...problem, path: [name] })),
  )
}
