import { describe, expect, it } from 'vitest'
import { titleIn } from './title'

const imported = {
  title: { ar: null, en: null },
  kind: 'state-based-violence' as const,
  place: { id: 1, kind: 'city' as const, country: 'LY', names: { ar: 'درنة', en: null } },
  parties: [{ actor: 1, names: { ar: null, en: 'Army' }, part: 'participant' as const }],
}

describe('titleIn', () => {
  it('gives the title in the language asked for, else the other with its language', () => {
    const written = { ...imported, title: { ar: 'ضربة', en: null } }
    expect(titleIn(written, 'ar')).toEqual({ written: 'ضربة', language: 'ar' })
    expect(titleIn(written, 'en')).toEqual({ written: 'ضربة', language: 'ar' })
  })
  it('gives kind, place and parties where nobody wrote one', () => {
    expect(titleIn(imported, 'en')).toEqual({
      written: null,
      kind: 'state-based-violence',
      place: 'درنة',
      parties: [{ name: 'Army', part: 'participant' }],
    })
  })
})
