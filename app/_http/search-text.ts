import { z } from 'zod'
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

function parse<T>(schema: z.ZodType<T>, value: string, name: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal(
    'invalid',
    problemsOf(parsed.error.issues).map((problem) => ({ ...problem, path: [name] })),
  )
}
