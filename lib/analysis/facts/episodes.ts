import type { Summary } from '../summary'
import { addCasualties, noCasualties } from '../totals'
import { rowsOf } from './duplicates'
import type { Facts } from './facts'

/** What claims of several incidents together add, where all of these incidents are counted. */
export class Episodes {
  readonly #episodes: Facts['episodes']
  /** Rows of each; null where one of its incidents is not among the rows, and so never counted. */
  readonly #rows: readonly (readonly number[] | null)[]

  constructor(facts: Facts) {
    this.#episodes = facts.episodes
    const rowOf = rowsOf(
      facts,
      facts.episodes.flatMap(({ incidents }) => incidents),
    )
    this.#rows = facts.episodes.map(({ incidents }) => {
      const rows = incidents.flatMap((id) => rowOf.get(id) ?? [])
      return rows.length === incidents.length ? rows : null
    })
  }

  within(isCounted: (row: number) => boolean): Summary['episodes'] {
    const counted = this.#episodes.filter((_, k) => this.#rows[k]?.every(isCounted) ?? false)
    return {
      count: counted.length,
      casualties: counted.reduce((sum, { casualties }) => addCasualties(sum, casualties), noCasualties()),
    }
  }
}
