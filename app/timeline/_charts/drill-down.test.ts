import { describe, expect, it } from 'vitest'
import { emptyFilter } from '@/lib/analysis/filter'
import { plainView } from '@/lib/analysis/view'
import { drillDown } from './drill-down'

const july = { start: '2017-07-01', end: '2017-07-31' }

describe('drillDown', () => {
  it('asks for what the bar counts, within what was asked for already', () => {
    const to = drillDown(
      { ...emptyFilter, from: '2017-07-10', to: '2017-09-30', disputedOnly: true },
      plainView,
    )
    expect(to.bucket(july)).toBe('/timeline?from=2017-07-10&to=2017-07-31&disputed=1')
    expect(to.bucket(july, 'battles')).toBe('/timeline?from=2017-07-10&to=2017-07-31&kind=battles&disputed=1')
    expect(to.kind('shelling')).toContain('kind=shelling')
  })

  it('keeps to the kinds of a type that the filter names', () => {
    const to = drillDown({ ...emptyFilter, kinds: ['shelling', 'battles'] }, plainView)
    expect(to.bucket(july, 'explosions')).toContain('kind=shelling')
    expect(to.bucket(july, 'battles')).toContain('kind=battles')
  })

  it('leads nowhere where no filter could ask for just that', () => {
    const to = drillDown({ ...emptyFilter, places: [3] }, plainView)
    expect(to.place(3)).toBeNull()
    expect(to.place(4)).toBe('/timeline?place=3&primary=4')
    expect(drillDown({ ...emptyFilter, primaryPlaces: [4] }, plainView).place(4)).toBeNull()
  })

  it('asks for the actor itself, beside the actors that were asked for', () => {
    const to = drillDown({ ...emptyFilter, actors: [5], parties: [6] }, plainView)
    expect(to.actor(5)).toBe('/timeline?actor=5&party=5,6')
    expect(to.actor(6)).toBe('/timeline?actor=5&party=6')
  })
})
