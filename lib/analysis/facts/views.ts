import { bitOf, type Dimension, dimensions } from './dimensions'

/** The views by the dimension that each leaves out; `totals` leaves out none. */
export const views = [
  'totals',
  'time',
  'kinds',
  'actors',
  'places',
  'datasets',
  'statuses',
  'grades',
  'means',
  'reports',
] as const
export type View = (typeof views)[number]

/** The bit of a view in a set of views. */
export const viewBit = (view: View): number => 1 << views.indexOf(view)

/** The bits of failed dimensions with which a row is still in a view. */
export const leftOutBy = (view: View): number => (view === 'totals' ? 0 : bitOf(view))

/** Bits of several dimensions. */
export const bitsOf = (...among: Dimension[]): number => among.reduce((bits, one) => bits | bitOf(one), 0)

/** The bits of all dimensions. */
export const EVERY = bitsOf(...dimensions)

/** How many sets of failed dimensions there are: one table entry each. */
export const FAILURES = 1 << dimensions.length

/** For each set of failed dimensions, the views that such a row is in. */
export const viewsOf = Uint16Array.from({ length: FAILURES }, (_, fails) =>
  views.reduce((bits, view) => ((fails & ~leftOutBy(view)) === 0 ? bits | viewBit(view) : bits), 0),
)
