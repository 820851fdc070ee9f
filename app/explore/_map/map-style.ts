import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

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

/** Outlines of the countries: all that the map's library draws, and nothing in it is fetched from anywhere. No outside style has it. */
export const OUTLINES = 'waqai-outlines'

/** The ground of the map: what is counted, and all words, are drawn on top of it by ourselves. */
export function mapStyle(colours: MapColours): StyleSpecification {
  const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
  return { version: 8, sources: { [OUTLINES]: empty }, layers: groundLayers(colours) }
}

/** From the bottom up. */
export function groundLayers({ surface, sunken, line }: MapColours): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sunken } },
    { id: 'land', type: 'fill', source: OUTLINES, paint: { 'fill-color': surface } },
    { id: 'borders', type: 'line', source: OUTLINES, paint: { 'line-color': line, 'line-width': 0.7 } },
  ]
}
