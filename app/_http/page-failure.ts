import { isUnavailable, tookTooLong } from '@/lib/operations/database-trouble'
import type { ExpectedFailure } from '../_ui/expected-failure'

/** Expected trouble while a page is made. Next takes an error's own digest to the browser, and nothing else of it. */
class PageFailure extends Error {
  constructor(
    readonly digest: ExpectedFailure,
    cause: unknown,
  ) {
    super(digest, { cause })
    this.name = 'PageFailure'
  }
}

/** Gives what `reading` gives, for a page. Where the database is away or too slow, app/error.tsx says so. */
export async function forPage<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (isUnavailable(error)) throw new PageFailure('database-away', error)
    if (tookTooLong(error)) throw new PageFailure('database-slow', error)
    throw error
  }
}
