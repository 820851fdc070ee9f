import type { Point } from './where'

const digits = '23456789CFGHJMPQRVWX'

/**
 * The middle of the area of a full Open Location Code ("8G5G24QP+QX"); null where `text` is none. Short codes, which need
 * a town beside them, are none. Digit pairs step through 20°, 1°, 0.05°, …; from the eleventh on each splits 5 × 4.
 */
export function fromPlusCode(text: string): Point | null {
  const code = text.trim().toUpperCase()
  if (!/^[2-9CFGHJMPQRVWX]{8}\+(?:[2-9CFGHJMPQRVWX]{2,7})?$|^(?:[2-9CFGHJMPQRVWX]{2}){1,3}0+\+$/.test(code))
    return null
  if (code.indexOf('+') !== 8) return null
  const values = [...code.replace(/[0+]/g, '')].map((digit) => digits.indexOf(digit))
  let [lat, lon, height, width] = [-90, -180, 400, 400]
  for (let at = 0; at < Math.min(values.length, 10); at += 2) {
    height /= 20
    width /= 20
    lat += (values[at] ?? 0) * height
    lon += (values[at + 1] ?? 0) * width
  }
  for (const value of values.slice(10)) {
    height /= 5
    width /= 4
    lat += Math.floor(value / 4) * height
    lon += (value % 4) * width
  }
  return lat + height > 90.0001 || lon + width > 180.0001
    ? null
    : { lat: lat + height / 2, lon: lon + width / 2 }
}
