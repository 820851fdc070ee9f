import type { Patterns } from './patterns'
import { bitsOf, FAILURES } from './views'

/** How many rows of each pattern fail what by themselves; what they fail for being of the pattern is left aside. */
export class PatternCounts {
  /** Rows that fail nothing; the places alone; the actors alone. */
  readonly asked: Int32Array
  readonly elsewhere: Int32Array
  readonly others: Int32Array
  readonly #counts: Int32Array
  readonly #ofRow: Patterns['ofRow']
  /** For each set of failed dimensions, where the counts of such rows begin. */
  readonly #from: Int32Array

  constructor({ size, ofRow }: Patterns) {
    this.#ofRow = ofRow
    // What fails more than one of these is in no view. It is counted too, since asking every row whether to costs more.
    this.#counts = new Int32Array(size * 4)
    const part = (k: number) => this.#counts.subarray(k * size, (k + 1) * size)
    this.asked = part(0)
    this.elsewhere = part(1)
    this.others = part(2)
    this.#from = Int32Array.from({ length: FAILURES }, (_, fails) => partOf(fails) * size)
  }

  /** Counts the rows from `first` to before `past`; others fail the period. */
  count(fails: Uint16Array, { first, past }: { first: number; past: number }): void {
    const counts = this.#counts
    const ofRow = this.#ofRow
    const from = this.#from
    counts.fill(0)
    for (let row = first; row < past; row++) {
      const at = (from[fails[row] as number] as number) + (ofRow[row] as number)
      counts[at] = (counts[at] as number) + 1
    }
  }
}

const places = bitsOf('places')
const actors = bitsOf('actors')

const partOf = (fails: number): number => (fails === 0 ? 0 : fails === places ? 1 : fails === actors ? 2 : 3)
