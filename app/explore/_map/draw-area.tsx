'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { MOST_CORNERS } from '@/lib/place/area'
import { ToolButton } from '../_views/tool-button'

export type DrawMode = 'box' | 'polygon'
type Corner = [x: number, y: number]

interface Props {
  mode: DrawMode
  /** With the corners in pixels of the map, or null where nothing is to be chosen. */
  onDone(corners: Corner[] | null): void
}

/** A sheet over the map to draw on: a box from corner to corner, or a polygon corner by corner. */
export function DrawArea({ mode, onDone }: Props) {
  const t = useTranslations('explore.map')
  const sheet = useRef<HTMLDivElement>(null)
  const [corners, setCorners] = useState<Corner[]>([])
  const [next, setNext] = useState<Corner | null>(null)
  useEffect(() => sheet.current?.focus(), [])
  const at = ({ clientX, clientY }: MouseEvent): Corner => {
    const { left, top } = sheet.current?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return [clientX - left, clientY - top]
  }
  const finish = () => onDone(corners.length > 2 ? corners : null)
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (mode === 'polygon') return
    event.currentTarget.setPointerCapture(event.pointerId)
    setCorners([at(event)])
  }
  const up = (event: PointerEvent) => {
    const [first] = corners
    if (mode === 'polygon' || !first) return
    const box = boxOf(first, at(event))
    onDone(isDot(box) ? null : box)
  }
  const add = (event: MouseEvent) => {
    // The second press of a double one is no corner of its own.
    if (mode === 'polygon' && event.detail < 2 && corners.length < MOST_CORNERS)
      setCorners([...corners, at(event)])
  }
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onDone(null)
    if (key === 'Enter') finish()
    if (key === 'Backspace') setCorners(corners.slice(0, -1))
  }
  const [first] = corners
  const drawn =
    mode === 'box' ? (first && next ? boxOf(first, next) : []) : next ? [...corners, next] : corners
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: what is drawn on has no element of its own */}
      <div
        ref={sheet}
        role="group"
        aria-label={t(`how-${mode}`)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: drawing is ended by keys
        tabIndex={0}
        dir="ltr"
        onPointerDown={down}
        onPointerMove={(event) => setNext(at(event))}
        onPointerUp={up}
        onClick={add}
        onDoubleClick={finish}
        onKeyDown={press}
        className="absolute inset-0 cursor-crosshair touch-none"
      >
        <svg aria-hidden="true" className="h-full w-full">
          <polygon
            points={drawn.map((corner) => corner.join(',')).join(' ')}
            fill="var(--accent)"
            fillOpacity="0.15"
            stroke="var(--ink)"
            strokeWidth="2"
          />
        </svg>
      </div>
      <div className="absolute inset-x-2 top-2 flex flex-wrap items-center gap-1 rounded bg-surface/90 px-2 py-1 text-sm">
        <p className="min-w-0 flex-1">{t(`how-${mode}`)}</p>
        {mode === 'polygon' && <ToolButton label={t('finish')} onPress={finish} />}
        <ToolButton label={t('cancel')} onPress={() => onDone(null)} />
      </div>
    </>
  )
}

const boxOf = ([x, y]: Corner, [toX, toY]: Corner): Corner[] => [
  [x, y],
  [toX, y],
  [toX, toY],
  [x, toY],
]

/** A press without a drag chooses nothing. */
const isDot = ([from, , to]: Corner[]): boolean =>
  !from || !to || Math.abs(from[0] - to[0]) < 4 || Math.abs(from[1] - to[1]) < 4
