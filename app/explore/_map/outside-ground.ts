import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'

/** Layers of ours for which an outside style has its own. */
const GROUND = new Set(['sea', 'land', 'borders'])

/**
 * The outside style, with all that is counted on top of it: ours alone, where it does not come. Its words are left out with its
 * fonts and signs: names are ours, in the language of whoever reads.
 */
export async function onOutsideGround(
  ours: StyleSpecification,
  address: string,
): Promise<StyleSpecification> {
  try {
    const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) throw new Error(`the map's style answered ${response.status}`)
    const outside = (await response.json()) as StyleSpecification
    return {
      version: 8,
      sources: { ...outside.sources, ...ours.sources },
      layers: [
        ...outside.layers.filter(({ type }) => type !== 'symbol'),
        ...ours.layers.filter(({ id }) => !GROUND.has(id)),
      ],
    }
  } catch (error) {
    reportError(error)
    return ours
  }
}

/** Whose the ground is, in plain words, as its sources say. */
export function attributionOf(map: MapLibre): string {
  const told = Object.keys(map.getStyle().sources).flatMap((id) => map.getSource(id)?.attribution ?? [])
  return [...new Set(told.map((text) => text.replace(/<[^>]*>/g, '').trim()))].join(' · ')
}
