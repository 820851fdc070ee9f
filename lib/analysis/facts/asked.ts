import type { Filter } from '../filter'

/** What is asked for. */
export interface Asked {
  filter: Filter
  /** Ids of the incidents whose texts hold the filter's, since facts hold none; null where no text is asked for. */
  textMatches: ReadonlySet<number> | null
  /** Of each cast, whether it is asked for (casts-asked.ts). */
  casts: Uint8Array
}
