import { createHash } from 'node:crypto'
import type { Bulk } from '@/lib/db/bulk'
import {
  countriesByCode,
  makePlaces,
  matchDivisions,
  matchSettlements,
  type PlaceWanted,
  placeSearchTexts,
  placesByKey,
} from '@/lib/db/import-places'
import type { ImportedWhere } from '@/lib/formats/imported-incident'
import { divisionNames, isSettlement, settlementNames } from '@/lib/formats/place-name-variants'
import type { PlaceKind, WherePrecision } from '@/lib/place/where'
import { fold } from '@/lib/text/fold'

/** A place's id and what text search finds of it. */
export interface PlaceFound {
  id: number
  searchText: string
}

/** More than the places of any dataset in sight; beyond it all are forgotten, to keep memory constant. */
const MOST_REMEMBERED = 50_000

/**
 * Turns what rows say of places into places of the gazetteer, country by division by point. A whole country or
 * division is that place; a settlement is the gazetteer's, if it has one of that name nearby; what is left is made,
 * under its division. One of these serves a whole import and remembers what it found.
 */
export class ImportPlaces {
  private readonly countries = new Map<string, number>()
  private readonly divisions = new Map<string, number>()
  private readonly places = new Map<string, PlaceFound>()

  constructor(private readonly bulk: Bulk) {}

  /** Finds or makes the places of a batch; `of` then gives each. In the batch's transaction. */
  async resolve(wheres: readonly ImportedWhere[]): Promise<(where: ImportedWhere) => PlaceFound> {
    if (this.places.size > MOST_REMEMBERED) this.forget()
    const fresh = [...new Map(wheres.map((where) => [placeKey(where), where])).values()].filter(
      (where) => !this.places.has(placeKey(where)),
    )
    await this.findCountries(fresh)
    await this.findDivisions(fresh)
    await this.findPoints(fresh)
    return (where) => found(this.places, placeKey(where))
  }

  /** After a rollback what was made is no more. */
  forget(): void {
    for (const map of [this.countries, this.divisions, this.places]) map.clear()
  }

  private async findCountries(wheres: readonly ImportedWhere[]): Promise<void> {
    const fresh = distinct(
      wheres.filter(({ country }) => !this.countries.has(country.key)),
      ({ country }) => country.key,
    )
    const known = await countriesByCode(
      this.bulk,
      fresh.flatMap(({ country }) => country.code ?? []),
    )
    const made = await makePlaces(
      this.bulk,
      fresh.filter(({ country }) => !country.code || !known.has(country.code)).map(wantedCountry),
    )
    for (const { country } of fresh) {
      const id = (country.code && known.get(country.code)) || found(made, countryKey(country))
      this.countries.set(country.key, id)
    }
  }

  private async findDivisions(wheres: readonly ImportedWhere[]): Promise<void> {
    const fresh = distinct(
      wheres.filter((where) => divisionOf(where) && !this.divisions.has(divisionKey(where))),
      divisionKey,
    )
    const wanted = fresh.map((where) => this.wantedDivision(where))
    const matched = await matchDivisions(this.bulk, wanted)
    const made = await makePlaces(
      this.bulk,
      wanted.filter(({ key }) => !matched.has(key)),
    )
    for (const { key } of wanted) this.divisions.set(key, matched.get(key) ?? found(made, key))
  }

  private async findPoints(wheres: readonly ImportedWhere[]): Promise<void> {
    const ids = new Map<string, number>()
    const points: PlaceWanted[] = []
    for (const where of wheres) {
      if (where.precision === 'country') ids.set(placeKey(where), found(this.countries, where.country.key))
      else if (where.precision === 'province')
        ids.set(placeKey(where), found(this.divisions, divisionKey(where)))
      else points.push(this.wantedPoint(where))
    }
    const known = await placesByKey(
      this.bulk,
      points.map(({ key }) => key),
    )
    const unknown = points.filter(({ key }) => !known.has(key))
    const matched = await matchSettlements(this.bulk, unknown)
    const made = await makePlaces(
      this.bulk,
      unknown.filter(({ key }) => !matched.has(key)),
    )
    for (const map of [known, matched, made]) for (const [key, id] of map) ids.set(key, id)
    const texts = await placeSearchTexts(this.bulk, [...new Set(ids.values())])
    for (const [key, id] of ids) this.places.set(key, { id, searchText: texts.get(id) ?? '' })
  }

  private wantedDivision(where: ImportedWhere): PlaceWanted {
    const name = divisionOf(where) ?? ''
    const point = where.precision === 'province' ? where.point : null
    return {
      key: divisionKey(where),
      kind: 'division',
      country: where.country.code,
      parentId: found(this.countries, where.country.key),
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
      name,
      spellings: divisionNames(name),
    }
  }

  private wantedPoint(where: ImportedWhere): PlaceWanted {
    const division = divisionOf(where) ? this.divisions.get(divisionKey(where)) : undefined
    const kind = kindOfPoint(where)
    return {
      key: placeKey(where),
      kind,
      country: where.country.code,
      parentId: division ?? found(this.countries, where.country.key),
      ...where.point,
      name: where.name,
      spellings: where.precision === 'exact' || where.precision === 'near' ? settlementNames(where.name) : [],
    }
  }
}

const kinds: Partial<Record<WherePrecision, PlaceKind>> = { district: 'district', exact: 'site' }

function kindOfPoint({ name, precision }: ImportedWhere): PlaceKind {
  if ((precision === 'exact' || precision === 'near') && isSettlement(name)) return 'city'
  return kinds[precision] ?? 'area'
}

/** The division that a row names; a row about a whole division without its name has it as the name of the place. */
function divisionOf(where: ImportedWhere): string | null {
  return where.division ?? (where.precision === 'province' ? where.name : null)
}

const countryKey = ({ key, code }: ImportedWhere['country']) => (code ? `iso:${code}` : `ucdp:${key}`)
const divisionKey = (where: ImportedWhere) =>
  indexable(`ucdp:${where.country.key}:${fold(divisionOf(where) ?? '')}`)

const keys = new WeakMap<ImportedWhere, string>()

/** Key of the place that a row means. Folding is dear and a batch asks several times. */
function placeKey(where: ImportedWhere): string {
  const known = keys.get(where)
  if (known !== undefined) return known
  const key = makePlaceKey(where)
  keys.set(where, key)
  return key
}

/** One key for one name within its district: points of a name differ a little from version to version. */
function makePlaceKey(where: ImportedWhere): string {
  if (where.precision === 'country') return `ucdp:${where.country.key}`
  if (where.precision === 'province') return divisionKey(where)
  return indexable(`${divisionKey(where)}:${fold(where.district ?? '')}:${fold(where.name)}`)
}

/** Three long names make a key that no index takes (2,704 bytes at most): its digest stands for it. */
function indexable(key: string): string {
  return Buffer.byteLength(key) <= 2500 ? key : `ucdp:${createHash('sha256').update(key).digest('hex')}`
}

function wantedCountry({ country }: ImportedWhere): PlaceWanted {
  return {
    key: countryKey(country),
    kind: 'country',
    country: country.code,
    parentId: null,
    lat: null,
    lon: null,
    name: country.name,
    spellings: [],
  }
}

function distinct<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()]
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The place ${key} was neither found nor made.`)
  return value
}
