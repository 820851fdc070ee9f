import type {
  ExpressionFilterSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'

/** The page's own fonts, which it has loaded from us: labels are drawn with them in the browser. */
const FONT = ['Noto Sans Variable', 'Noto Sans Arabic Variable']

export interface MapColours {
  ground: string
  surface: string
  sunken: string
  ink: string
  muted: string
  line: string
  accent: string
  killed: string
  warn: string
}

/** Colours of the page's theme. */
export function mapColours(element: Element): MapColours {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ...{ ground: of('ground'), surface: of('surface'), sunken: of('sunken') },
    ...{ ink: of('ink'), muted: of('muted'), line: of('line-strong') },
    ...{ accent: of('accent'), killed: of('killed'), warn: of('warn') },
  }
}

/**
 * What the map is given to draw, each a source of its own. All that is counted is one: the library draws the map anew for each
 * source that comes to be another, and where the processor draws, each time is longer than the counting.
 */
export const sources = ['outlines', 'counted', 'countries', 'places', 'choice'] as const
export type SourceName = (typeof sources)[number]

/** The whole of the map, without any data: nothing in it is fetched from anywhere. */
export function mapStyle(colours: MapColours): StyleSpecification {
  const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
  return {
    version: 8,
    sources: Object.fromEntries(sources.map((name) => [name, empty])),
    layers: mapLayers(colours),
  }
}

/** What of the source of all that is counted a feature is. */
export type CountedMark = 'area' | 'square' | 'single' | 'count'

const of = (counted: CountedMark): ExpressionFilterSpecification => ['==', ['get', 'of'], counted]

/** From the bottom up. */
export function mapLayers(colours: MapColours): LayerSpecification[] {
  const { ground, surface, sunken, ink, muted, line, accent, killed, warn } = colours
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sunken } },
    { id: 'land', type: 'fill', source: 'outlines', paint: { 'fill-color': surface } },
    { id: 'borders', type: 'line', source: 'outlines', paint: { 'line-color': line, 'line-width': 0.7 } },
    {
      id: 'areas',
      type: 'fill',
      source: 'counted',
      filter: of('area'),
      paint: { 'fill-color': killed, 'fill-opacity': ['case', ['get', 'whole'], 0.03, 0.06] },
    },
    {
      id: 'area-edges',
      type: 'line',
      source: 'counted',
      filter: of('area'),
      paint: {
        'line-color': ['case', ['get', 'disputed'], warn, killed],
        'line-opacity': 0.6,
        'line-width': ['case', ['get', 'disputed'], 2, 1],
        'line-dasharray': [3, 2],
      },
    },
    {
      id: 'squares',
      type: 'fill',
      source: 'counted',
      filter: of('square'),
      paint: { 'fill-color': accent, 'fill-opacity': ['+', 0.2, ['*', 0.7, ['get', 'share']]] },
    },
    {
      id: 'disputed-squares',
      type: 'line',
      source: 'counted',
      filter: ['all', of('square'), ['>', ['get', 'disputed'], 0]],
      paint: { 'line-color': warn, 'line-width': 1.5 },
    },
    {
      id: 'singles',
      type: 'circle',
      source: 'counted',
      filter: of('single'),
      paint: {
        'circle-color': accent,
        'circle-radius': ['min', 16, ['+', 5, ['*', 1.5, ['ln', ['get', 'count']]]]],
        'circle-opacity': 0.85,
        'circle-stroke-color': ['case', ['get', 'disputed'], warn, surface],
        'circle-stroke-width': ['case', ['get', 'disputed'], 3, 1],
      },
    },
    {
      id: 'stacks',
      type: 'symbol',
      source: 'counted',
      filter: ['all', of('single'), ['>', ['get', 'count'], 1]],
      layout: {
        'text-field': ['to-string', ['get', 'count']],
        'text-font': FONT,
        'text-size': 10,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': ground },
    },
    { id: 'choice', type: 'line', source: 'choice', paint: { 'line-color': ink, 'line-width': 2 } },
    { ...words('counted', 11, { colour: killed, halo: ground }), id: 'counts', filter: of('count') },
    words('places', 12, { colour: ink, halo: ground, below: true }),
    words('countries', 13, { colour: muted, halo: ground }),
  ]
}

interface Look {
  colour: string
  halo: string
  /** Below their point, since a dot may be on it. */
  below?: boolean
}

/** Words, where there is room for them: those of the lowest rank first. */
function words(
  id: SourceName,
  size: number,
  { colour, halo, below = false }: Look,
): SymbolLayerSpecification {
  return {
    ...{ id, type: 'symbol', source: id },
    layout: {
      'text-field': ['get', 'text'],
      'text-font': FONT,
      'text-size': size,
      'text-max-width': 8,
      'text-padding': 4,
      ...(below ? { 'text-anchor': 'top' as const, 'text-offset': [0, 0.5] } : {}),
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.5 },
  }
}
