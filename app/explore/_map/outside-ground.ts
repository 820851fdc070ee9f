import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'

/**
 * The style at an outside address, without its words, and so without its fonts and signs: names are ours, in the language of
 * whoever reads. Null where it does not come.
 */
export async function outsideGround(address: string): Promise<StyleSpecification | null> {
  try {
    const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) throw new Error(`the map's style answered ${response.status}`)
    const { sources, layers } = (await response.json()) as StyleSpecification
    return { version: 8, sources, layers: layers.filter(({ type }) => type !== 'symbol') }
  } catch (error) {
    reportError(error)
    return null
  }
}

/** Whose the ground is, in plain words, as its sources say. */
export function attributionOf(map: MapLibre): string {
  const told = Object.keys(map.getStyle().sources).flatMap((id) => map.getSource(id)?.attribution ?? [])
  return [...new Set(told.map((text) => text.replace(/<[^>]*>/g, '').trim()))].join(' · ')
}
