/** What a page says of drawing something: until it was painted first, and each step after; milliseconds. */
export interface Drawing {
  drawn: number
  steps: number[]
}

/** How the bench asks a page to draw. */
export interface Beside<T> {
  draw(what: T): Promise<Drawing>
}

/** Once what was changed before has been painted. */
export const afterTwoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
