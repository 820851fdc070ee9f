import { cleanArabicName } from '@/lib/place/arabic-name'
import type { Point } from '@/lib/place/where'
import { type CscState, degrees, groupBy, nearest, type Row } from './rows'

export interface Division extends Point {
  id: string
  codes: string[]
  /** Whether it is of the first order: not inside another one. */
  first: boolean
}

/** Divisions with their names in English and in their own script. */
export function divisionRows(states: CscState[]): Row[] {
  return states.map((state) => ({
    key: `csc-state:${state.id}`,
    parent: isFirst(state) ? `iso:${state.country_code}` : `csc-state:${state.parent_id}`,
    country: state.country_code,
    lat: degrees(state.latitude),
    lon: degrees(state.longitude),
    population: Number(state.population) || 0,
    names: divisionNames(state),
  }))
}

/** Some of the source's divisions of the first order are entered as their own parents. */
const isFirst = ({ id, parent_id }: CscState) => parent_id === '' || parent_id === id

const langOfArabicScript: Record<string, string> = { AF: 'fa', IR: 'fa', PK: 'ur' }

function divisionNames({ name, native, country_code }: CscState): string {
  const english = `en:${tidy(name)}`
  const own = tidy(native)
  if (own === '' || own === tidy(name)) return english
  if (!/\p{Script=Arabic}/u.test(own)) return `${english}|${scriptLang(own, country_code)}:${own}`
  const arabic = cleanArabicName(own)
  const lang = langOfArabicScript[country_code]
  const names = [english, ...(lang ? [`${lang}:${own}`] : []), ...(arabic ? [`ar:${arabic}`] : [])]
  return names.join('|')
}

const tidy = (name: string) => name.replaceAll('|', ' ').replace(/\s+/g, ' ').trim()

function scriptLang(name: string, country: string): string {
  if (/\p{Script=Hebrew}/u.test(name)) return 'he'
  if (/\p{Script=Cyrillic}/u.test(name)) return country === 'UA' ? 'uk' : country === 'RU' ? 'ru' : 'und'
  return 'und'
}

export function divisionsByCountry(states: CscState[]): Map<string, Division[]> {
  const divisions = groupBy(
    states.filter((state) => state.latitude !== ''),
    (state) => state.country_code,
  )
  return new Map([...divisions].map(([country, all]) => [country, all.map(division)]))
}

function division(state: CscState): Division {
  const codes = [state.fips_code, state.iso2].filter((code) => code !== '' && code !== '00')
  const [lat, lon] = [Number(state.latitude), Number(state.longitude)]
  return { id: state.id, codes, first: isFirst(state), lat, lon }
}

/**
 * The division that a place's code names, the nearer where several have it; else the one of the first order whose middle is
 * nearest. (Outlines would not do better: their names and counts are of other years than the codes.)
 */
export function divisionOf(point: Point, code: string, all: Division[] | undefined): string {
  const divisions = all ?? []
  const named = divisions.filter((division) => division.codes.includes(code))
  const first = named.filter((division) => division.first)
  const candidates = first.length
    ? first
    : named.length
      ? named
      : divisions.filter((division) => division.first)
  return nearest(point, candidates)?.id ?? ''
}
