/** A version such as "23.1" or "26.0.7" as numbers; one that is not told comes before all others. */
const numbersOf = (version: string) => (version.match(/\d+/g) ?? []).map(Number)

/** Below 0 where `first` is the older version, above 0 where it is the newer, 0 where they are the same. */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [numbersOf(first), numbersOf(second)]
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** The version that a GED file's name tells ("ged231-csv.zip", "GEDEvent_v23_1.csv"), or the empty text. */
export function gedVersionOfName(fileName: string): string {
  const match = /ged(?:event)?[_-]?v?(\d{2})[._-]?(\d)(?!\d)/i.exec(fileName)
  return match ? `${match[1]}.${match[2]}` : ''
}
