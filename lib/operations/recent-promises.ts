/** Answers that are kept while they are among the last asked for; whoever asks while one is made waits for the same. */
export class RecentPromises<T> {
  private readonly byKey = new Map<string, Promise<T>>()

  constructor(private readonly most: number) {}

  /** The answer of this key; `make` makes it where there is none. One that failed is forgotten. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const found = this.byKey.get(key) ?? this.remembered(key, make())
    this.byKey.delete(key)
    this.byKey.set(key, found)
    for (const oldest of this.byKey.keys()) {
      if (this.byKey.size <= this.most) break
      this.byKey.delete(oldest)
    }
    return found
  }

  private remembered(key: string, made: Promise<T>): Promise<T> {
    made.catch(() => this.byKey.get(key) === made && this.byKey.delete(key))
    return made
  }
}
