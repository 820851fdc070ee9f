import type { Times } from './timing'

export type PartName = 'save' | 'import' | 'summary' | 'names' | 'access' | 'explore'

export type Result =
  | { part: PartName; name: string; times: Times }
  | { part: PartName; name: string; value: number; unit: string }

/** Where a part tells what it measured; each line is shown as soon as it is known. */
export class Results {
  readonly all: Result[] = []

  constructor(
    private readonly part: PartName,
    private readonly show: (line: string) => void,
  ) {}

  times(name: string, times: Times): Times {
    this.add({ part: this.part, name, times })
    return times
  }

  value(name: string, value: number, unit: string): number {
    this.add({ part: this.part, name, value, unit })
    return value
  }

  /** How many times as much `measured` is as what it is held against: what stays the same on a slower machine. */
  ratio(name: string, measured: number, against: number): void {
    this.value(`ratio: ${name}`, measured / against, '×')
  }

  private add(result: Result): void {
    this.all.push(result)
    this.show(lineOf(result))
  }
}

const NAME = 58

export const heading = `${'milliseconds'.padEnd(NAME)}${['median', 'p95', 'n'].map((word) => word.padStart(10)).join('')}`

/** A result as a line of the table under {@link heading}. */
function lineOf(result: Result): string {
  const name = result.name.padEnd(NAME)
  if ('unit' in result) return `${name}${plain(result.value).padStart(10)} ${result.unit}`
  const { median, p95, n } = result.times
  return `${name}${[median.toFixed(1), p95.toFixed(1), String(n)].map((cell) => cell.padStart(10)).join('')}`
}

function plain(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2)
}
