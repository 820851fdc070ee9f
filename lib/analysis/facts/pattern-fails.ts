import { type Kind, type KindType, kindsOfType, kindTypes } from '@/lib/incident/kinds'
import { type Filter, NO_GRADE } from '../filter'
import type { Asked } from './asked'
import { NEVER } from './casts-asked'
import { bitOf } from './dimensions'
import type { Facts } from './facts'
import type { Known } from './known'
import { IS_DISPUTED, KILLED_DECIDED } from './losses'
import { meansIn } from './means-used'
import { KILLED, STRIDE } from './sums'
import { bitsOf } from './views'

/** Dimensions that a stratum passes or fails as a whole. */
export const ofStrata = bitsOf('kinds', 'datasets', 'statuses', 'grades', 'means')

/**
 * Of each pattern, the dimensions that all of its rows fail, of which those of its stratum are given; what rows fail each by
 * itself is found in row-fails.ts.
 */
export function failsOfPatterns(
  facts: Facts,
  known: Known,
  byStratum: Uint16Array,
  { filter, casts }: Asked,
): Uint16Array {
  const { patterns } = known
  const byCountry = failsOfCountries(facts, known, filter)
  const byLoss = failsOfLosses(known, filter)
  const fails = new Uint16Array(patterns.size)
  for (let pattern = 0; pattern < fails.length; pattern++)
    fails[pattern] =
      (byStratum[patterns.stratum[pattern] as number] as number) |
      (casts[patterns.cast[pattern] as number] === NEVER ? bitOf('actors') : 0) |
      (byCountry[patterns.country[pattern] as number] as number) |
      (byLoss[patterns.loss[pattern] as number] as number)
  return fails
}

/** Of each stratum, which of {@link ofStrata} it fails. */
export function failsOfStrata(facts: Facts, { strata, usedMeans }: Known, filter: Filter): Uint16Array {
  const { size, keys } = strata
  const kinds = among(facts.kinds, kindsMeant(filter.kinds))
  const datasets = among(facts.datasets, filter.datasets)
  const shown = facts.statuses.filter((status) => status !== 'rejected' && status !== 'withdrawn')
  const statuses = among(facts.statuses, filter.statuses.length > 0 ? filter.statuses : shown)
  const grades = among<Filter['grades'][number]>([...facts.grades, NO_GRADE], filter.grades)
  const means = usedMeans.map((used) => isAnyAsked(meansIn(facts, used), filter.means))
  const { kind, dataset, status, grade, means: used } = keys
  const fails = new Uint16Array(size)
  for (let stratum = 0; stratum < size; stratum++)
    fails[stratum] =
      (kinds[kind[stratum] as number] ? 0 : bitOf('kinds')) |
      (datasets[dataset[stratum] as number] ? 0 : bitOf('datasets')) |
      (statuses[status[stratum] as number] ? 0 : bitOf('statuses')) |
      (grades[grade[stratum] as number] ? 0 : bitOf('grades')) |
      (means[used[stratum] as number] ? 0 : bitOf('means'))
  return fails
}

/** Which of the words are asked for; all, where none is. */
const among = <T>(words: readonly T[], wanted: readonly T[]): boolean[] =>
  words.map((word) => wanted.length === 0 || wanted.includes(word))

const isAnyAsked = <T>(values: readonly T[], wanted: readonly T[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value))

function kindsMeant(codes: readonly (Kind | KindType)[]): Kind[] {
  const isType = (code: Kind | KindType): code is KindType => (kindTypes as readonly string[]).includes(code)
  return codes.flatMap((code) => (isType(code) ? kindsOfType(code) : [code]))
}

/** Whether all places asked for are countries, and only as primary places: then a pattern passes or fails as a whole. */
export function areCountries({ places }: Facts, { countries }: Known, filter: Filter): boolean {
  const ids = new Set(countries.map((index) => places[index]?.id))
  return filter.places.length === 0 && filter.primaryPlaces.every((id) => ids.has(id))
}

function failsOfCountries(facts: Facts, known: Known, filter: Filter): number[] {
  const areAsked = filter.primaryPlaces.length > 0 && areCountries(facts, known, filter)
  return known.countries.map((index) =>
    areAsked && !filter.primaryPlaces.includes(facts.places[index]?.id ?? 0) ? bitOf('places') : 0,
  )
}

/** A figure without a best is of nobody killed, and not of at least nobody. */
function failsOfLosses({ losses }: Known, { killedAtLeast, disputedOnly }: Filter): Uint16Array {
  const { traits, numbers } = losses
  return Uint16Array.from(traits, (has, loss) => {
    const best = has & KILLED_DECIDED ? (numbers[loss * STRIDE + KILLED + 1] as number) : -1
    const isTooFew = killedAtLeast !== null && best < Math.max(0, killedAtLeast)
    return isTooFew || (disputedOnly && !(has & IS_DISPUTED)) ? bitOf('more') : 0
  })
}
