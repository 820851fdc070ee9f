'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
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

/** A drawing to take along; null before there is one. */
export interface Picture {
  toSvg(title: string): string | null
  toPng(): Promise<Blob | null>
}

export interface Canvas extends Picture {
  ref: RefObject<HTMLCanvasElement | null>
  /** 0 until it is known. */
  width: number
}

/** A canvas that is painted anew whenever `paint` is another function, or its size or the theme changes. */
export function useCanvas(height: number, paint: (sheet: Sheet) => void): Canvas {
  const ref = useRef<HTMLCanvasElement>(null)
  const look = useRef<Look | null>(null)
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
  // Asked once for a size and a theme: at every step it would make the browser lay out the page before its time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context || width === 0) return
    const density = window.devicePixelRatio || 1
    ref.current.width = Math.round(width * density)
    ref.current.height = Math.round(height * density)
    context.setTransform(density, 0, 0, density, 0, 0)
    look.current = lookOf(ref.current)
  }, [width, height, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d')
    if (context && look.current) paint(sheetFor(look.current, context, width, height))
  }, [paint, width, height, theme])
  const latest = useRef({ paint, width, height })
  latest.current = { paint, width, height }
  const toSvg = useCallback((title: string) => {
    const context = ref.current?.getContext('2d')
    if (!context || !look.current) return null
    const painter = new SvgPainter(context)
    const { paint: draw, width: wide, height: high } = latest.current
    draw(sheetFor(look.current, painter, wide, high))
    return painter.svg(wide, high, look.current.colours.surface, title)
  }, [])
  const toPng = useCallback(
    () =>
      new Promise<Blob | null>((resolve) => {
        if (ref.current) ref.current.toBlob(resolve, 'image/png')
        else resolve(null)
      }),
    [],
  )
  // The same object while the size is the same: what is painted is no matter of whoever holds it.
  return useMemo(() => ({ ref, width, toSvg, toPng }), [width, toSvg, toPng])
}

type Look = Pick<Sheet, 'rtl' | 'colours'> & { font: string }

function lookOf(canvas: HTMLCanvasElement): Look {
  const style = getComputedStyle(canvas)
  return { rtl: style.direction === 'rtl', font: `12px ${style.fontFamily}`, colours: coloursOf(style) }
}

function sheetFor({ font, ...look }: Look, context: Painter, width: number, height: number): Sheet {
  context.direction = look.rtl ? 'rtl' : 'ltr'
  context.font = font
  return { context, width, height, ...look }
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
