import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCoordinates } from './coordinates'

/** "lat lon notation" to four decimals, eleven metres, or the problem. */
function told(text: string): string {
  const read = readCoordinates(text)
  return 'problem' in read ? read.problem : `${read.lat.toFixed(4)} ${read.lon.toFixed(4)} ${read.notation}`
}

describe('readCoordinates', () => {
  it.each([
    ['32.7667, 22.6367', '32.7667 22.6367 decimal'],
    ['32.7667 22.6367', '32.7667 22.6367 decimal'],
    ['(32.7667,22.6367)', '32.7667 22.6367 decimal'],
    ['32.7667N 22.6367E', '32.7667 22.6367 decimal'],
    ['N32.7667 E22.6367', '32.7667 22.6367 decimal'],
    ['22.6367E, 32.7667N', '32.7667 22.6367 decimal'],
    ['32.7667° N, 22.6367° E', '32.7667 22.6367 decimal'],
    ['-33.8688, 151.2093', '-33.8688 151.2093 decimal'],
    ['−33.8688, 151.2093', '-33.8688 151.2093 decimal'],
    ['33.8688 S 151.2093 E', '-33.8688 151.2093 decimal'],
    ['lat: 32.7667, lon: 22.6367', '32.7667 22.6367 decimal'],
    ['٣٢٫٧٦ ، ٢٢٫٦٣', '32.7600 22.6300 decimal'],
    ['\u200f۳۲٫۷۶، ۲۲٫۶۳\u200f', '32.7600 22.6300 decimal'],
    ['٣٢٫٧٦ شمالاً ٢٢٫٦٣ شرقاً', '32.7600 22.6300 decimal'],
    ['خط عرض 32.76 وخط طول 22.63', '32.7600 22.6300 decimal'],
    ['32°46\'00.1"N 22°38\'12.1"E', '32.7667 22.6367 degrees-minutes'],
    ['32° 46′ 00″ N, 22° 38′ 12″ E', '32.7667 22.6367 degrees-minutes'],
    ["32°46.002'N 22°38.202'E", '32.7667 22.6367 degrees-minutes'],
    ['32:46:00N 22:38:12E', '32.7667 22.6367 degrees-minutes'],
    ['٣٢° ٤٦′ شمالا ٢٢° ٣٨′ شرقا', '32.7667 22.6333 degrees-minutes'],
    ['geo:32.7667,22.6367;u=35', '32.7667 22.6367 geo-uri'],
    ['POINT(22.6367 32.7667)', '32.7667 22.6367 wkt'],
    ['SRID=4326;POINT (22.6367 32.7667)', '32.7667 22.6367 wkt'],
    ['https://www.google.com/maps/@32.7667,22.6367,13z', '32.7667 22.6367 url'],
    [
      'https://www.google.com/maps/place/Derna/@1,2,13z/data=!3m1!4b1!3d32.7667!4d22.6367',
      '32.7667 22.6367 url',
    ],
    ['https://maps.google.com/?q=32.7667,22.6367', '32.7667 22.6367 url'],
    ['https://www.openstreetmap.org/?mlat=32.7667&mlon=22.6367#map=12/1/2', '32.7667 22.6367 url'],
    ['https://www.openstreetmap.org/#map=12/32.7667/22.6367', '32.7667 22.6367 url'],
    ['https://www.bing.com/maps?cp=32.7667,22.6367', '32.7667 22.6367 url'],
    // The Eiffel Tower, the Statue of Liberty, the CN Tower, and a point with its mirror image across the equator.
    ['31U 448251 5411932', '48.8582 2.2945 utm'],
    ['31 N 448251mE 5411932mN', '48.8582 2.2945 utm'],
    ['31UDQ4825111932', '48.8582 2.2945 mgrs'],
    ['31U DQ 48251 11932', '48.8582 2.2945 mgrs'],
    ['18T WL 80735 04695', '40.6892 -74.0445 mgrs'],
    ['17T 630084 4833438', '43.6426 -79.3871 utm'],
    ['56H 334873 6252266', '-33.8570 151.2150 utm'],
    ['56S 334873 3747734', '33.8570 151.2150 utm'],
    ['8FW4V75V+8Q', '48.8583 2.2944 plus-code'],
    ['4RRH46J5+FP', '-33.8688 151.2093 plus-code'],
  ])('%s → %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it.each([
    ['', 'coordinates-not-understood'],
    ['Derna', 'coordinates-not-understood'],
    ['32.7667', 'coordinates-not-understood'],
    ['32.7667, 22.6367, 5', 'coordinates-not-understood'],
    ["32°61'N 22°38'E", 'coordinates-not-understood'],
    ['https://example.org/32', 'coordinates-not-understood'],
    ['V75V+8Q', 'coordinates-not-understood'],
    ['95, 200', 'coordinates-out-of-range'],
    ['95N 22E', 'coordinates-out-of-range'],
    ['POINT(22 132)', 'coordinates-out-of-range'],
    ['61N 448251 5411932', 'coordinates-out-of-range'],
    ['31H 448251 5411932', 'coordinates-out-of-range'],
    ['31U AQ 48251 11932', 'coordinates-out-of-range'],
    ['151.2093, -33.8688', 'coordinates-ambiguous'],
    ['32N 22N', 'coordinates-ambiguous'],
    ['32N 22', 'coordinates-ambiguous'],
    ['32,7667 22,6367', 'coordinates-ambiguous'],
    ['-32S 22E', 'coordinates-ambiguous'],
  ])('%s: %s', (text, problem) => {
    expect(told(text)).toBe(problem)
  })

  it('answers whatever is typed', () => {
    const piece = fc.constantFrom(
      '32',
      '.7',
      ',',
      ' ',
      'N',
      'E',
      '°',
      "'",
      '-',
      'geo:',
      '31U',
      'DQ',
      '+',
      'http://',
      '٣',
    )
    const typed = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 8 })
    fc.assert(
      fc.property(typed, (pieces) => {
        const read = readCoordinates(pieces.join(''))
        return 'problem' in read || (Math.abs(read.lat) <= 90 && Math.abs(read.lon) <= 180)
      }),
    )
  })
})
