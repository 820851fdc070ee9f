import { useLocale, useTranslations } from 'next-intl'
import { languageOf } from '../_words/preferences'
import { type Drawing, drawMap, type MapSubject } from './draw-map'
import { formatKilometres } from './format'

interface SmallMapProps {
  subject: MapSubject
  /** What the map shows, in words: place, country and how exactly. */
  description: string
  /** Name of the place around, where the subject's point is that place's and not its own. */
  around?: string | null
}

/** Where an incident was, drawn on the server from outlines that we ship; nothing is asked of anyone. */
export function SmallMap({ subject, description, around: drawnAround = null }: SmallMapProps) {
  const t = useTranslations('incident.map')
  const [around, near] = drawMap(subject)
  if (!around) return null
  return (
    <figure className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
      <Sheet drawing={around} label={description} />
      {near && <Sheet drawing={near} label={t('close', { place: description })} />}
      <figcaption className="col-span-full text-muted text-sm">
        {drawnAround && `${t('caption-around', { place: drawnAround })} `}
        {t(subject.point ? `caption-${subject.precision}` : 'caption-country')} {t('source')}
      </figcaption>
    </figure>
  )
}

function Sheet({ drawing, label }: { drawing: Drawing; label: string }) {
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
