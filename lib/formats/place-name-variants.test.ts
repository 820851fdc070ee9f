import { describe, expect, it } from 'vitest'
import { compareVersions, gedVersionOfName } from './dataset-version'
import { divisionNames, isSettlement, settlementNames } from './place-name-variants'

describe('spellings of a place that a dataset names', () => {
  it('leave off what it is, and take each of several names', () => {
    expect(settlementNames('Tadmur/Palmyra town')).toEqual(['tadmur palmyra town', 'tadmur', 'palmyra'])
    expect(settlementNames('Al-Rai town (Choban Bey)')).toContain('al rai')
    expect(settlementNames('Al-Rai town (Choban Bey)')).toContain('choban bey')
    expect(settlementNames('Town')).toEqual(['town'])
    expect(divisionNames('Rif Dimashq Governorate')).toEqual(['rif dimashq governorate', 'rif dimashq'])
  })

  it('tell a settlement by its own word', () => {
    expect(isSettlement('Teir Maaleh village')).toBe(true)
    expect(isSettlement('128th Brigade')).toBe(false)
  })
})

describe('versions of a dataset', () => {
  it('compare by number, one that is not told before all', () => {
    expect(compareVersions('9.1', '23.1')).toBeLessThan(0)
    expect(compareVersions('26.0.7', '26.0')).toBeGreaterThan(0)
    expect(compareVersions('', '17.1')).toBeLessThan(0)
    expect(compareVersions('23.1', '23.1')).toBe(0)
  })

  it('are told by the names that UCDP gives its files', () => {
    expect(gedVersionOfName('ged231_global.csv')).toBe('23.1')
    expect(gedVersionOfName('GEDEvent_v25_1.csv')).toBe('25.1')
    expect(gedVersionOfName('ged_syria_2016_2019.csv.gz')).toBe('')
  })
})
