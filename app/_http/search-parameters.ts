/** What a page is given of its address's query. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The query of a page's address as it was written. */
export function parametersOf(asked: Awaited<SearchParams>): URLSearchParams {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  return new URLSearchParams(pairs)
}
