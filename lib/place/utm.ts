import type { Point } from './where'

/*
 * Universal Transverse Mercator and the Military Grid on WGS 84. The inverse projection is the series of Krüger in the
 * third flattening, exact to well under a metre within a zone.
 */

const semiMajor = 6_378_137
const flattening = 1 / 298.257223563
const scale = 0.9996
const third = flattening / (2 - flattening)
const meridian = (semiMajor / (1 + third)) * (1 + third ** 2 / 4 + third ** 4 / 64)

const beta = [
  third / 2 - (2 / 3) * third ** 2 + (37 / 96) * third ** 3,
  third ** 2 / 48 + third ** 3 / 15,
  (17 / 480) * third ** 3,
]
const delta = [
  2 * third - (2 / 3) * third ** 2 - 2 * third ** 3,
  (7 / 3) * third ** 2 - (8 / 5) * third ** 3,
  (56 / 15) * third ** 3,
]

/** A northing is counted from the equator, negative south of it. */
function inverse(zone: number, easting: number, northing: number): Point {
  const xi = northing / (scale * meridian)
  const eta = (easting - 500_000) / (scale * meridian)
  const sum = (term: (coefficient: number, double: number) => number) =>
    beta.reduce((total, coefficient, i) => total + term(coefficient, 2 * (i + 1)), 0)
  const xi0 = xi - sum((b, j) => b * Math.sin(j * xi) * Math.cosh(j * eta))
  const eta0 = eta - sum((b, j) => b * Math.cos(j * xi) * Math.sinh(j * eta))
  const chi = Math.asin(Math.sin(xi0) / Math.cosh(eta0))
  const lat = delta.reduce((total, d, i) => total + d * Math.sin(2 * (i + 1) * chi), chi)
  const lon = Math.atan2(Math.sinh(eta0), Math.cos(xi0))
  return { lat: (lat * 180) / Math.PI, lon: zone * 6 - 183 + (lon * 180) / Math.PI }
}

const bands = 'CDEFGHJKLMNPQRSTUVWX'

/**
 * "34N 372000 3626000", "34 S 372000mE 3626000mN": zone, band or hemisphere, easting, northing in metres. The letter is a
 * latitude band, but N and S are the hemispheres wherever the northing fits; S with a northing of the Mediterranean is that
 * band, as the same northing in the south is open sea. Null where `text` is none.
 */
export function fromUtm(text: string): Point | 'impossible' | null {
  const match =
    /^(?:utm\s*:?\s*)?(?:zone\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*,?\s*(\d{6}(?:\.\d+)?)\s*m?\s*E?\s*,?\s*(\d{1,8}(?:\.\d+)?)\s*m?\s*N?$/i.exec(
      text,
    )
  if (!match) return null
  const [zone, letter, easting, northing] = [
    Number(match[1]),
    match[2]?.toUpperCase() ?? '',
    Number(match[3]),
    Number(match[4]),
  ]
  if (zone < 1 || zone > 60 || easting < 100_000 || easting > 900_000 || northing > 10_000_000)
    return 'impossible'
  const [north, south] = [inverse(zone, easting, northing), inverse(zone, easting, northing - 10_000_000)]
  if (letter === 'N') return north
  if (letter === 'S') return inBand(north, 'S') ? north : south
  const told = letter >= 'N' ? north : south
  return inBand(told, letter) ? told : 'impossible'
}

/** Near the zone's edges points are told in either; Norway and Svalbard widen some zones. */
function inZone({ lon }: Point, zone: number, letter: string): boolean {
  return Math.abs(lon - (zone * 6 - 183)) <= (/[VX]/.test(letter) ? 9 : 4)
}

function inBand({ lat }: Point, letter: string): boolean {
  const from = bands.indexOf(letter) * 8 - 80
  return lat >= from - 0.5 && lat <= from + (letter === 'X' ? 12 : 8) + 0.5
}

const columnSets = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ']
const rowLetters = 'ABCDEFGHJKLMNPQRSTUV'

/** The middle of an MGRS square ("34S DB 12345 67890", any even number of digits up to ten). Null where `text` is none. */
export function fromMgrs(text: string): Point | 'impossible' | null {
  const match =
    /^(?:mgrs\s*:?\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z])([A-HJ-NP-V])\s*(\d{0,5})\s*(\d{0,5})$/i.exec(
      text,
    )
  if (!match) return null
  const [zone, band, column, row] = [
    Number(match[1]),
    ...match.slice(2, 5).map((letter) => letter.toUpperCase()),
  ] as [number, string, string, string]
  const figures = `${match[5]}${match[6]}`
  const half = figures.length / 2
  if (!Number.isInteger(half) || (match[6] && match[5]?.length !== match[6].length)) return null
  const hundred = (columnSets[(zone - 1) % 3] ?? '').indexOf(column) + 1
  if (zone < 1 || zone > 60 || hundred === 0) return 'impossible'
  const size = 10 ** (5 - half)
  const easting = hundred * 100_000 + Number(figures.slice(0, half) || 0) * size + size / 2
  const rowNumber = (rowLetters.indexOf(row) + (zone % 2 === 0 ? 15 : 0)) % 20
  const within = rowNumber * 100_000 + Number(figures.slice(half) || 0) * size + size / 2
  return northingIn(band, zone, easting, within)
}

/** Rows repeat every 2000 km: the one that lies in the band. */
function northingIn(band: string, zone: number, easting: number, within: number): Point | 'impossible' {
  for (let northing = within - 10_000_000; northing < 10_000_000; northing += 2_000_000) {
    const point = inverse(zone, easting, northing)
    if (Math.abs(northing) < 9_500_000 && inBand(point, band) && inZone(point, zone, band)) return point
  }
  return 'impossible'
}
