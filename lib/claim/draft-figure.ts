import { chooseBest } from './best'
import { combine } from './combine'
import type { FigureReason, FigureState, Numbers } from './figure'
import type { Interval } from './interval'
import { compareKeys } from './key-order'
import { reason } from './reason'
import type { Slot } from './slot'
import type { Reading } from './statements'

/** A figure in the making, with what the later rules ask of it. */
export interface DraftFigure extends Numbers {
  slot: Slot
  /** Claims that the numbers rest on. */
  claims: readonly string[]
  speakers: readonly string[]
  /** Datasets' statements that give this slot a number: their parts partition their whole. */
  datasetStatements: readonly string[]
}

/** Rules 3 and 4 and the state, for a slot that statements speak of. */
export function draftFromReadings(slot: Slot, readings: readonly Reading[]): DraftFigure {
  const whole = combine(readings.map(({ interval }) => interval))
  const { best, approximate, reasons } = chooseBest(readings, whole)
  const speakers = [...new Set(readings.flatMap((reading) => reading.speakers))].sort(compareKeys)
  return {
    slot,
    low: best === null ? whole.low : Math.min(whole.low, best),
    best,
    high: whole.high,
    open: whole.open,
    approximate,
    state: stateOf(readings, speakers),
    basis: 'claims',
    notAttributed: null,
    reasons: [
      restsOn(readings, whole),
      ...boundReasons(readings, whole),
      ...reasons,
      ...readings.flatMap((each) => each.reasons),
    ],
    claims: readings.flatMap(({ claims }) => claims),
    speakers,
    datasetStatements: readings.filter(({ fromDataset }) => fromDataset).map(({ statement }) => statement),
  }
}

/** A slot that is spoken of without a number. */
export function draftWithoutNumber(slot: Slot, reasons: FigureReason[]): DraftFigure {
  return {
    slot,
    low: null,
    best: null,
    high: null,
    open: false,
    approximate: false,
    state: 'none',
    basis: 'claims',
    notAttributed: null,
    reasons,
    claims: [],
    speakers: [],
    datasetStatements: [],
  }
}

/** Two statements of one speaker are still one source; but a speaker may differ from himself. */
function stateOf(readings: readonly Reading[], speakers: readonly string[]): FigureState {
  if (!shareANumber(readings)) return 'range'
  return speakers.length > 1 ? 'agreed' : 'single-source'
}

function shareANumber(readings: readonly Reading[]): boolean {
  const low = Math.max(...readings.map(({ interval }) => interval.low))
  const high = Math.min(
    ...readings.map(({ interval }) => (interval.open ? Number.POSITIVE_INFINITY : interval.high)),
  )
  return low <= high
}

function restsOn(readings: readonly Reading[], whole: Interval): FigureReason {
  const keys = readings.flatMap(({ claims }) => claims)
  if (readings.every(({ fromDataset }) => fromDataset)) return reason('dataset-coded', keys)
  if (readings.length === 1) return reason('one-statement', keys)
  return reason('statements', keys, { statements: readings.length, low: whole.low, high: whole.high })
}

function boundReasons(readings: readonly Reading[], whole: Interval): FigureReason[] {
  const floors = readings.filter(({ interval }) => interval.open && interval.high === whole.high)
  const keys = floors.flatMap(({ claims }) => claims)
  if (whole.kind === 'floor') return [reason('only-floors', keys, { high: whole.high })]
  return whole.open ? [reason('floor-above', keys, { high: whole.high })] : []
}
