'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { type KindType, kindTypes } from '@/lib/incident/kinds'
import { type Painter, SvgPainter } from '../_take/svg-painter'

/** What is drawn on, in pixels of CSS; x runs as the page reads. */
export interface Sheet {
  context: Painter
  width: number
  height: number
  rtl: boolean
  colours: Colours
}

export interface Colours {
  ink: string
  muted: string
  line: string
  surface: string
  accent: string
  accentSoft: string
  killed: string
  wounded: string
  type: Record<KindType, string>
}

export interface Canvas {
  ref: RefObject<HTMLCanvasElement | null>
  /** 0 until it is known. */
  width: number
  /** The same drawing as SVG; null before there is one. */
  toSvg(title: string): string | null
}

/** A canvas that is painted anew whenever `paint` is another function, or its size or the theme changes. */
export function useCanvas(height: number, paint: (sheet: Sheet) => void): Canvas {
  const ref = useRef<HTMLCanvasElement>(null)
  const [width, setWidth] = useState(0)
  const [theme, setTheme] = useState(0)
  useEffect(() => {
    const box = ref.current?.parentElement
    if (!box) return
    const sizes = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)))
    sizes.observe(box)
    const themes = new MutationObserver(() => setTheme((before) => before + 1))
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      sizes.disconnect()
      themes.disconnect()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context || width === 0) return
    const density = window.devicePixelRatio || 1
    ref.current.width = Math.round(width * density)
    ref.current.height = Math.round(height * density)
    context.setTransform(density, 0, 0, density, 0, 0)
    paint(sheetFor(ref.current, context, width, height))
  }, [paint, width, height, theme])
  const toSvg = (title: string) => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context || width === 0) return null
    const painter = new SvgPainter(context)
    const sheet = sheetFor(ref.current, painter, width, height)
    paint(sheet)
    return painter.svg(width, height, sheet.colours.surface, title)
  }
  return { ref, width, toSvg }
}

function sheetFor(canvas: HTMLCanvasElement, context: Painter, width: number, height: number): Sheet {
  const style = getComputedStyle(canvas)
  const rtl = style.direction === 'rtl'
  context.direction = rtl ? 'rtl' : 'ltr'
  context.font = `12px ${style.fontFamily}`
  return { context, width, height, rtl, colours: coloursOf(style) }
}

function coloursOf(style: CSSStyleDeclaration): Colours {
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: of('ink'),
    muted: of('muted'),
    line: of('line'),
    surface: of('surface'),
    accent: of('accent'),
    accentSoft: of('accent-soft'),
    killed: of('killed'),
    wounded: of('wounded'),
    type: Object.fromEntries(kindTypes.map((type) => [type, of(`kind-${type}`)])) as Record<KindType, string>,
  }
}
