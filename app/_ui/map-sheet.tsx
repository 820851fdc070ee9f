'use client'

// A client's component, though it has nothing to click: what the server sends of its own components comes in pieces, and
// a piece of an <svg> that comes late is wrapped in one with a style beside it, which the page's policy forbids.

import { useLocale, useTranslations } from 'next-intl'
import { languageOf } from '../_words/preferences'
import type { Drawing } from './draw-map'
import { formatKilometres } from './format'

/** One map as `drawMap` laid it out. */
export function MapSheet({ drawing, label }: { drawing: Drawing; label: string }) {
  const locale = useLocale()
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const { width, height, countries, names, spot, sites } = drawing
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="w-full rounded-lg border border-line bg-sunken"
    >
      {countries.map(({ d, home }) => (
        <path
          key={d}
          d={d}
          className={`stroke-line-strong ${home ? 'fill-surface' : 'fill-ground'}`}
          strokeWidth={home ? 1.2 : 0.6}
        />
      ))}
      {names.map(({ code, x, y }) => (
        <text key={code} x={x} y={y} textAnchor="middle" className="fill-muted text-[15px]">
          {regions.of(code)}
        </text>
      ))}
      {spot && <Spot spot={spot} />}
      {sites.map(({ x, y, label: site }) => (
        <g key={`${site}${x}`}>
          <rect x={x - 4} y={y - 4} width={8} height={8} className="fill-accent stroke-surface" />
          <text
            x={x}
            y={y - 9}
            textAnchor="middle"
            className="fill-ink stroke-surface text-[14px]"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {site}
          </text>
        </g>
      ))}
      <ScaleBar drawing={drawing} />
    </svg>
  )
}

/** The point itself where it is exact; else the dashed area that it lies in. */
function Spot({ spot: { x, y, exact, area } }: { spot: NonNullable<Drawing['spot']> }) {
  return (
    <>
      {area && (
        <path d={area} className="fill-killed/15 stroke-killed" strokeWidth={1.5} strokeDasharray="5 4" />
      )}
      <circle
        cx={x}
        cy={y}
        r={exact ? 5 : 3}
        className={exact ? 'fill-killed stroke-surface' : 'fill-surface stroke-killed'}
        strokeWidth={1.5}
      />
    </>
  )
}

function ScaleBar({ drawing: { width, height, scale } }: { drawing: Drawing }) {
  const locale = useLocale()
  const t = useTranslations('incident.map')
  const { km, pixels } = scale
  const x = languageOf(locale) === 'ar' ? width - 14 - pixels : 14
  const y = height - 12
  return (
    <g>
      <path
        d={`M${x} ${y - 5}v5h${pixels.toFixed(1)}v-5`}
        className="fill-none stroke-ink"
        strokeWidth={1.2}
      />
      <text x={x + pixels / 2} y={y - 6} textAnchor="middle" className="fill-ink text-[14px]">
        {t('km', { km: formatKilometres(locale, km) })}
      </text>
    </g>
  )
}
