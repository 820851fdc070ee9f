import { describe, expect, it } from 'vitest'
import { incidentCode } from './code'

describe('the code of an incident', () => {
  it('is its country, its year and a digit for each random byte', () => {
    expect(incidentCode('LY', 2017, new Uint8Array([0, 31, 32, 255]))).toBe('LY-2017-0Z0Z')
    expect(incidentCode(null, 1989, new Uint8Array(6))).toBe('XX-1989-000000')
  })

  it('has none of the letters that are taken for digits', () => {
    const all = incidentCode(
      'LY',
      2017,
      new Uint8Array(256).map((_, i) => i),
    )
    expect(all.slice(8)).not.toMatch(/[ILOU]/)
  })
})
