import { describe, expect, it } from 'vitest'
import { featureCells, GeoJsonRecords } from './geojson-records'

const collection = `{ "type": "FeatureCollection", "crs": { "properties": { "name": "old" } },
"features": [
{ "properties": { "id": 1, "Name": "a } { ] \\"b\\" ب" }, "geometry": { "coordinates": [ 20.5, 4.25 ] } },
{ "properties": { "id": 2, "deep": { "x": [ 1, { } ] } }, "geometry": null }
] }`

function read(json: string, chunk: number, longest = 1000) {
  const records = new GeoJsonRecords(longest)
  const bytes = new TextEncoder().encode(json)
  const all = []
  for (let at = 0; at < bytes.length; at += chunk) all.push(...records.push(bytes.slice(at, at + chunk)))
  return [...all, ...records.end()].map((record) =>
    'trouble' in record
      ? [record.line, record.trouble]
      : [record.line, featureCells(new TextDecoder().decode(record.bytes))?.get('id')],
  )
}

describe('features of a GeoJSON file', () => {
  it.each([1, 7, 64, 10_000])(
    'are cut out of chunks of %i bytes, with the line where they begin',
    (chunk) => {
      expect(read(collection, chunk)).toEqual([
        [3, '1'],
        [4, '2'],
      ])
    },
  )

  it('are given up one by one when too long or cut short', () => {
    expect(read(collection, 16, 100)).toEqual([
      [3, 'row-too-long'],
      [4, '2'],
    ])
    expect(read(collection.slice(0, -20), 16).at(-1)).toEqual([4, 'row-broken'])
  })

  it('give their properties as text, in lower-case names, with the point of their geometry', () => {
    const cells = featureCells('{"properties":{"ID":7,"year":null},"geometry":{"coordinates":[20.5,4.25]}}')
    expect(Object.fromEntries(cells ?? [])).toEqual({
      id: '7',
      year: '',
      longitude: '20.5',
      latitude: '4.25',
    })
    expect(featureCells('{"geometry":1}')).toBeNull()
    expect(featureCells('{')).toBeNull()
  })
})
