/** The different ones among many short lists of whole numbers, each with a number of its own, counted from 0. */
export class Tuples {
  /** Numbers of list `i` are `values[starts[i]]` to `values[starts[i + 1]]`, the last one not among them. */
  readonly starts: number[] = [0]
  readonly values: number[] = []
  #slots = new Int32Array(1 << 12)
  /** The number that was given last: of neighbours many are alike. */
  #last = -1

  get size(): number {
    return this.starts.length - 1
  }

  /** The number of the first `length` values of `tuple`, a new one where they were not seen before. */
  numberOf(tuple: Uint32Array, length: number): number {
    if (this.#last >= 0 && this.#is(this.#last, tuple, length)) return this.#last
    this.#last = this.#numberOf(tuple, length)
    return this.#last
  }

  #numberOf(tuple: Uint32Array, length: number): number {
    if (this.size * 2 > this.#slots.length) this.#grow()
    const mask = this.#slots.length - 1
    let slot = hashOf(tuple, 0, length) & mask
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#is(held - 1, tuple, length)) return held - 1
      slot = (slot + 1) & mask
    }
    for (let k = 0; k < length; k++) this.values.push(tuple[k] as number)
    this.starts.push(this.values.length)
    this.#slots[slot] = this.size
    return this.size - 1
  }

  #is(number: number, tuple: Uint32Array, length: number): boolean {
    const start = this.starts[number] as number
    if ((this.starts[number + 1] as number) - start !== length) return false
    for (let k = 0; k < length; k++) if (this.values[start + k] !== tuple[k]) return false
    return true
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = hashOf(this.values, this.starts[number] as number, this.starts[number + 1] as number) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

/** Mixes all bits into the low ones, which are those used. */
function hashOf(values: ArrayLike<number>, from: number, past: number): number {
  let hash = past - from
  for (let k = from; k < past; k++) {
    hash = Math.imul(hash ^ (values[k] as number), 0x9e37_79b1)
    hash ^= hash >>> 15
  }
  return hash
}
