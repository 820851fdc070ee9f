'use client'

import type { Map as MapLibre } from 'maplibre-gl'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { type Painter, SvgPainter } from '../_take/svg-painter'
import type { Picture } from '../_views/use-canvas'
import type { Frame } from './map-frame'
import { frameOf } from './map-library'
import { type MapColours, mapColours } from './map-style'
import { type MapDrawing, type MapSheet, paintGround, paintMap } from './paint-map'
import type { Measure } from './place-labels'
import type { CountryShapes } from './shapes'

/** The size of a map and what it is drawn by; another after each change of size or theme. */
interface Look {
  width: number
  height: number
  direction: 'ltr' | 'rtl'
  colours: MapColours
  fontFamily: string
  measure: Measure
}

/** A picture has so many pixels to one of the page. */
const PICTURE_DENSITY = 2

/**
 * A canvas that lies on the map and shows `drawing`: painted with each frame of the map while that moves, and otherwise only when
 * what is to be shown is another. The map's library would draw each change in several frames of its own.
 */
export function useMarks(
  map: MapLibre | null,
  drawing: MapDrawing | null,
  countries: CountryShapes | null,
): { ref: RefObject<HTMLCanvasElement | null>; picture: Picture; frame(): Frame | null } {
  const ref = useRef<HTMLCanvasElement>(null)
  const look = useRef<Look | null>(null)
  const latest = useRef({ drawing, countries })
  latest.current = { drawing, countries }
  const frame = useCallback(() => map && look.current && frameOf(map, look.current), [map])
  const sheetOn = useCallback(
    (context: Painter): MapSheet | null => {
      const seen = frame()
      if (!look.current || !seen) return null
      context.direction = look.current.direction
      return { context, frame: seen, ...look.current }
    },
    [frame],
  )
  const paint = useCallback(() => {
    const context = ref.current && contextOf(ref.current)
    const sheet = context && sheetOn(context)
    if (!context || !sheet) return
    context.clearRect(0, 0, sheet.frame.width, sheet.frame.height)
    if (latest.current.drawing) paintMap(sheet, latest.current.drawing)
  }, [sheetOn])
  useLayoutEffect(() => {
    const canvas = ref.current
    if (!map || !canvas) return
    const measureAnew = () => {
      look.current = lookOf(canvas)
      paint()
    }
    measureAnew()
    map.on('resize', measureAnew)
    map.on('render', paint)
    const themes = new MutationObserver(measureAnew)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      map.off('resize', measureAnew)
      map.off('render', paint)
      themes.disconnect()
    }
  }, [map, paint])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing is painted anew
  useLayoutEffect(() => paint(), [paint, drawing])
  const picture = useMemo<Picture>(() => {
    const drawOn: DrawOn = (context) => {
      const sheet = sheetOn(context)
      if (!sheet || !latest.current.drawing) return false
      paintGround(sheet, latest.current.countries?.values() ?? [])
      paintMap(sheet, latest.current.drawing)
      return true
    }
    return {
      toSvg: (title) => toSvg(ref.current, look.current, title, drawOn),
      toPng: () => toPng(look.current, drawOn),
    }
  }, [sheetOn])
  return useMemo(() => ({ ref, picture, frame }), [picture, frame])
}

/**
 * Hundreds of small dashed shapes are what a graphics card is slow at; one that the processor plays took three times as long for
 * a step of the zoom.
 */
const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D | null =>
  canvas.getContext('2d', { willReadFrequently: true })

/** Makes the canvas as large as its box, and finds what is drawn by there. */
function lookOf(canvas: HTMLCanvasElement): Look | null {
  const context = contextOf(canvas)
  if (!context) return null
  const { clientWidth: width, clientHeight: height } = canvas
  const density = window.devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  context.setTransform(density, 0, 0, density, 0, 0)
  const { direction, fontFamily } = getComputedStyle(canvas)
  const widths = new Map<string, number>()
  const measure = (text: string, size: number) => {
    const key = `${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    context.font = `${size}px ${fontFamily}`
    const { width: wide } = context.measureText(text)
    widths.set(key, wide)
    return wide
  }
  return {
    ...{ width, height, colours: mapColours(canvas), fontFamily, measure },
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
  }
}

/** Draws all of the map; false where there is nothing yet. */
type DrawOn = (context: Painter) => boolean

function toSvg(
  canvas: HTMLCanvasElement | null,
  look: Look | null,
  title: string,
  drawOn: DrawOn,
): string | null {
  const context = canvas && contextOf(canvas)
  if (!context || !look) return null
  const painter = new SvgPainter(context)
  return drawOn(painter) ? painter.svg(look.width, look.height, look.colours.surface, title) : null
}

async function toPng(look: Look | null, drawOn: DrawOn): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context || !look) return null
  canvas.width = look.width * PICTURE_DENSITY
  canvas.height = look.height * PICTURE_DENSITY
  context.scale(PICTURE_DENSITY, PICTURE_DENSITY)
  if (!drawOn(context)) return null
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
