import { fromBytes, inBytes } from './column-bytes'
import {
  type FactRows,
  type Facts,
  type FactWords,
  type FigureColumns,
  NO_DAY,
  NO_POINT,
  sortDay,
  wordsOf,
} from './facts'
import { filled } from './filled'

/*
 * The facts as bytes. A file is: the letters "WQFACTS" and the version as a byte; the length of the head as 4 bytes, the
 * lowest first; the head, JSON in UTF-8: the words, and a list of the columns; then the columns one after another. A
 * column is whole numbers of 0 and up, each cut into bytes: first the lowest byte of every number, then the next one of
 * every number. Cut so, and with what varies taken out before (days as steps, bounds as distances from the best, points as distances from the place), columns
 * compress to a third of what they take otherwise.
 */

const MAGIC = 'WQFACTS'
const WIRE_VERSION = 3

interface Head {
  words: FactWords
  columns: { name: string; length: number; bytes: number }[]
}

/** Bits of the column `open`. */
const OPEN_START = 1
const OPEN_END = 2

/** Columns of numbers as they are sent, in their order; by what name `read` finds them again. */
type Sent = Map<string, ArrayLike<number>>

/** The facts as bytes, not compressed. */
export function encodeFacts(facts: Facts): Uint8Array {
  const sent = sentColumns(facts)
  const cut = [...sent].map(([name, column]) => ({ name, length: column.length, ...inBytes(column) }))
  const head: Head = {
    words: wordsOf(facts),
    columns: cut.map(({ name, length, bytes }) => ({ name, length, bytes })),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const size = cut.reduce((sum, { data }) => sum + data.length, MAGIC.length + 5 + text.length)
  const file = new Uint8Array(size)
  file.set(new TextEncoder().encode(MAGIC))
  file[MAGIC.length] = WIRE_VERSION
  new DataView(file.buffer).setUint32(MAGIC.length + 1, text.length, true)
  file.set(text, MAGIC.length + 5)
  let at = MAGIC.length + 5 + text.length
  for (const { data } of cut) {
    file.set(data, at)
    at += data.length
  }
  return file
}

/** The facts of such bytes. Throws where they are of another version, or no facts at all. */
export function decodeFacts(file: Uint8Array): Facts {
  const magic = new TextDecoder().decode(file.subarray(0, MAGIC.length))
  if (magic !== MAGIC || file[MAGIC.length] !== WIRE_VERSION) throw new Error('no facts of this version')
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const from = MAGIC.length + 5
  let at = from + view.getUint32(MAGIC.length + 1, true)
  const head: Head = JSON.parse(new TextDecoder().decode(file.subarray(from, at)))
  const columns: Sent = new Map()
  for (const { name, length, bytes } of head.columns) {
    columns.set(name, fromBytes(file.subarray(at, at + length * bytes), length, bytes))
    at += length * bytes
  }
  if (at !== file.length) throw new Error('the facts are cut off')
  return { ...head.words, ...factColumns(columns, head.words) }
}

function sentColumns(facts: Facts): Sent {
  const { id, start, end, kind, place, dataset, status, grade, flags, parties, attacks, sites, tellings } =
    facts
  const rows = id.length
  const day = filled(new Int32Array(rows), (row) => sortDay(facts, row))
  const open = filled(
    new Uint8Array(rows),
    (row) => (start[row] === NO_DAY ? OPEN_START : 0) | (end[row] === NO_DAY ? OPEN_END : 0),
  )
  const span = filled(new Uint32Array(rows), (row) =>
    open[row] === 0 ? (end[row] as number) - (start[row] as number) : 0,
  )
  return new Map<string, ArrayLike<number>>([
    ['id', steps(id)],
    ['day', steps(day)],
    ['span', span],
    ['open', open],
    ['kind', kind],
    ['place', place],
    ['lat', fromPlaces(facts, 'lat')],
    ['lon', fromPlaces(facts, 'lon')],
    ['precision', facts.precision],
    ['dataset', dataset],
    ['status', status],
    ['grade', grade],
    ['flags', flags],
    ...sentFigures('killed', facts.killed),
    ...sentFigures('wounded', facts.wounded),
    ['parties', counts(parties.offset)],
    ['party.actor', parties.actor],
    ['party.part', parties.part],
    ...sentFigures('party.killed', parties.killed),
    ...sentFigures('party.wounded', parties.wounded),
    ['attacks', counts(attacks.offset)],
    ['attack.mean', attacks.mean],
    ['sites', counts(sites.offset)],
    ['site.place', sites.place],
    ['tellings', counts(tellings.offset)],
    ['telling.report', tellings.report],
  ])
}

function factColumns(sent: Sent, { places }: FactWords): FactRows {
  const of = (name: string): ArrayLike<number> => {
    const column = sent.get(name)
    if (!column) throw new Error(`the facts have no column ${name}`)
    return column
  }
  return {
    id: new Uint32Array(fromSteps(of('id')).buffer),
    ...days(of),
    kind: new Uint8Array(of('kind')),
    place: new Uint32Array(of('place')),
    lat: besidePlaces(of('lat'), of('place'), places, 'lat'),
    lon: besidePlaces(of('lon'), of('place'), places, 'lon'),
    precision: new Uint8Array(of('precision')),
    dataset: new Uint8Array(of('dataset')),
    status: new Uint8Array(of('status')),
    grade: new Uint8Array(of('grade')),
    flags: new Uint8Array(of('flags')),
    killed: figures('killed', of),
    wounded: figures('wounded', of),
    parties: {
      offset: offsets(of('parties')),
      actor: new Uint32Array(of('party.actor')),
      part: new Uint8Array(of('party.part')),
      killed: figures('party.killed', of),
      wounded: figures('party.wounded', of),
    },
    attacks: { offset: offsets(of('attacks')), mean: new Uint8Array(of('attack.mean')) },
    sites: { offset: offsets(of('sites')), place: new Uint32Array(of('site.place')) },
    tellings: { offset: offsets(of('tellings')), report: new Uint32Array(of('telling.report')) },
  }
}

function days(of: (name: string) => ArrayLike<number>): Pick<Facts, 'start' | 'end'> {
  const [start, span, open] = [fromSteps(of('day')), of('span'), of('open')]
  const end = start.slice()
  for (let row = 0; row < end.length; row++) {
    end[row] = (start[row] as number) + (span[row] as number)
    if ((open[row] as number) & OPEN_START) start[row] = NO_DAY
    if ((open[row] as number) & OPEN_END) end[row] = NO_DAY
  }
  return { start, end }
}

/** 0 where a row has no point of its own, so that one at its place's point is 1. */
function fromPlaces({ places, place, ...columns }: Facts, axis: 'lat' | 'lon'): Uint32Array {
  const at = places.map(({ point }) => point?.[axis] ?? 0)
  const column = columns[axis]
  return filled(new Uint32Array(column.length), (row) =>
    column[row] === NO_POINT ? 0 : zigzag((column[row] as number) - (at[place[row] as number] as number)) + 1,
  )
}

function besidePlaces(
  sent: ArrayLike<number>,
  place: ArrayLike<number>,
  places: Facts['places'],
  axis: 'lat' | 'lon',
): Int32Array {
  const at = Int32Array.from(places, ({ point }) => point?.[axis] ?? 0)
  const column = new Int32Array(sent.length)
  for (let row = 0; row < column.length; row++) {
    const distance = sent[row] as number
    column[row] = distance === 0 ? NO_POINT : unzigzag(distance - 1) + (at[place[row] as number] as number)
  }
  return column
}

/** `best` as it is but for 1 more, so that none is 0; the bounds as distances from it. */
function sentFigures(name: string, { low, best, high, flags }: FigureColumns): [string, ArrayLike<number>][] {
  const from = (bound: Int32Array) =>
    filled(new Uint32Array(bound.length), (i) => zigzag((bound[i] as number) - (best[i] as number)))
  return [
    [`${name}.best`, filled(new Uint32Array(best.length), (i) => (best[i] as number) + 1)],
    [`${name}.low`, from(low)],
    [`${name}.high`, from(high)],
    [`${name}.flags`, flags],
  ]
}

function figures(name: string, of: (name: string) => ArrayLike<number>): FigureColumns {
  const [sent, toLow, toHigh] = [of(`${name}.best`), of(`${name}.low`), of(`${name}.high`)]
  const [low, best, high] = [sent, sent, sent].map(({ length }) => new Int32Array(length)) as Bounds
  // One loop without a function for each number, as in all that read what is sent: it is run once, while a reader waits.
  for (let i = 0; i < best.length; i++) {
    const one = (sent[i] as number) - 1
    best[i] = one
    low[i] = one + unzigzag(toLow[i] as number)
    high[i] = one + unzigzag(toHigh[i] as number)
  }
  return { low, best, high, flags: new Uint8Array(of(`${name}.flags`)) }
}

type Bounds = [low: Int32Array, best: Int32Array, high: Int32Array]

/** Numbers below 0 between the others: 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
const zigzag = (number: number): number => ((number << 1) ^ (number >> 31)) >>> 0
const unzigzag = (number: number): number => (number >>> 1) ^ -(number & 1)

function steps(column: ArrayLike<number>): Uint32Array {
  const sent = new Uint32Array(column.length)
  for (let i = 0, last = 0; i < column.length; i++) {
    sent[i] = zigzag((column[i] as number) - last)
    last = column[i] as number
  }
  return sent
}

function fromSteps(sent: ArrayLike<number>): Int32Array {
  const column = new Int32Array(sent.length)
  for (let i = 0, last = 0; i < column.length; i++) {
    last += unzigzag(sent[i] as number)
    column[i] = last
  }
  return column
}

const counts = (offset: Uint32Array): Uint32Array =>
  filled(new Uint32Array(offset.length - 1), (i) => (offset[i + 1] as number) - (offset[i] as number))

function offsets(sent: ArrayLike<number>): Uint32Array {
  const offset = new Uint32Array(sent.length + 1)
  for (let i = 0, past = 0; i < sent.length; i++) {
    past += sent[i] as number
    offset[i + 1] = past
  }
  return offset
}
