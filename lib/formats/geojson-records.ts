import type { RawRecord } from './csv-records'

const [quote, backslash, open, close, openList, closeList, LF] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x0a]

/** Depth of a feature's braces: the collection, its list, the feature. */
const FEATURE = 3

/**
 * Cuts a stream of bytes into the features of a GeoJSON collection (RFC 7946), holding no more than one feature and
 * one chunk at a time. What is no collection gives no records.
 */
export class GeoJsonRecords {
  private depth = 0
  /** Within a list of the collection, not within another of its objects (old files have a `crs`). */
  private inList: boolean = false
  private inText: boolean = false
  private escaped: boolean = false
  private line = 1
  private feature: { line: number; parts: Uint8Array[]; length: number } | null = null

  constructor(private readonly longest: number) {}

  /** The features that are whole now. */
  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = []
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]
      if (byte === LF) this.line += 1
      if (this.inText) this.passText(byte)
      else if (byte === quote) this.inText = true
      else if (byte === open || byte === openList) {
        this.depth += 1
        if (this.depth === FEATURE - 1) this.inList = byte === openList
        if (byte === open && this.depth === FEATURE && this.inList) {
          this.feature = { line: this.line, parts: [], length: 0 }
          from = at
        }
      } else if (byte === close || byte === closeList) {
        this.depth -= 1
        if (this.feature && this.depth === FEATURE - 1) {
          this.keep(chunk.subarray(from, at + 1))
          records.push(this.take(this.feature))
        }
      }
    }
    if (this.feature) this.keep(chunk.slice(from))
    return records
  }

  /** A feature cut short by the end of the file. */
  end(): RawRecord[] {
    return this.feature ? [{ line: this.feature.line, trouble: 'row-broken' }] : []
  }

  private passText(byte: number | undefined): void {
    if (this.escaped) this.escaped = false
    else if (byte === backslash) this.escaped = true
    else if (byte === quote) this.inText = false
  }

  private keep(part: Uint8Array): void {
    if (!this.feature) return
    this.feature.length += part.length
    if (this.feature.length <= this.longest) this.feature.parts.push(part)
  }

  private take({ line, parts, length }: { line: number; parts: Uint8Array[]; length: number }): RawRecord {
    this.feature = null
    if (length > this.longest) return { line, trouble: 'row-too-long' }
    const bytes = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return { line, bytes }
  }
}

/** The properties of a feature and the point of its geometry, all as text; null where it is no feature of a point. */
export function featureCells(json: string): Map<string, string> | null {
  const feature = parsed(json)
  if (!isRecord(feature) || !isRecord(feature.properties)) return null
  const cells = new Map(
    Object.entries(feature.properties).map(([name, value]) => [name.toLowerCase(), asText(value)] as const),
  )
  const { geometry } = feature
  const [lon, lat] = isRecord(geometry) && Array.isArray(geometry.coordinates) ? geometry.coordinates : []
  if (!cells.has('longitude')) cells.set('longitude', asText(lon))
  if (!cells.has('latitude')) cells.set('latitude', asText(lat))
  return cells
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const asText = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
