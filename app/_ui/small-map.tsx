import { geoCentroid } from 'd3-geo'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Point, WherePrecision } from '@/lib/place/where'
import { languageOf } from '../_words/preferences'
import { formatKilometres } from './format'
import { countryCode, outlineOf, outlinesNear } from './outlines'
import {
  circleAround,
  distanceKm,
  type MapView,
  type Outline,
  place,
  scaleBar,
  uncertaintyKm,
  viewAround,
} from './small-map-geometry'

export interface MapSite {
  point: Point
  precision: WherePrecision
  /** Its name in the reader's language. */
  label: string
}

interface SmallMapProps {
  /** Null where only the country is known. */
  point: Point | null
  precision: WherePrecision
  /** ISO 3166-1 alpha-2 of the country, to set it off from its neighbours. */
  country: string | null
  /** What the map shows, in words: place, country and how exactly. */
  description: string
  sites: MapSite[]
}

const WIDTH = 480
const HEIGHT = 300

/** Where an incident was, drawn on the server from outlines that we ship; nothing is asked of anyone. */
export async function SmallMap({ point, precision, country, description, sites }: SmallMapProps) {
  const home = country ? outlineOf(country) : null
  const centre = point ?? centroidOf(home)
  if (!centre) return null
  const t = await getTranslations('incident.map')
  const uncertain = point ? uncertaintyKm(precision) : null
  const wide = viewAround(centre, uncertain === null ? 600 : Math.max(320, uncertain * 2.2), WIDTH, HEIGHT)
  const reach = Math.max(uncertain ?? 0, ...sites.map((site) => distanceKm(centre, site.point)))
  const needsClose = uncertain !== null && reach > 0 && reach <= 60
  return (
    <figure className="grid gap-3">
      <Sheet view={wide} country={country} label={description} labelled>
        {point && uncertain !== null && <Spot view={wide} point={point} km={uncertain} />}
        {!needsClose && <Sites view={wide} sites={sites} />}
      </Sheet>
      {needsClose && point && (
        <Sheet
          view={viewAround(point, Math.max(6, reach * 1.35), WIDTH, HEIGHT)}
          country={country}
          label={t('close', { place: description })}
        >
          {uncertain !== null && (
            <Spot
              view={viewAround(point, Math.max(6, reach * 1.35), WIDTH, HEIGHT)}
              point={point}
              km={uncertain}
            />
          )}
          <Sites view={viewAround(point, Math.max(6, reach * 1.35), WIDTH, HEIGHT)} sites={sites} />
        </Sheet>
      )}
      <figcaption className="text-muted text-sm">
        {t(point ? `caption-${precision}` : 'caption-country')} {t('source')}
      </figcaption>
    </figure>
  )
}

function centroidOf(outline: Outline | null): Point | null {
  if (!outline) return null
  const [lon, lat] = geoCentroid(outline)
  return { lat, lon }
}

async function Sheet(props: {
  view: MapView
  country: string | null
  label: string
  labelled?: boolean
  children: React.ReactNode
}) {
  const { view, country, label, labelled = false, children } = props
  const locale = await getLocale()
  const centre = view.projection.invert?.([view.width / 2, view.height / 2]) ?? [0, 0]
  const degrees = (view.kmPerPixel * view.width) / 111 / 1.4
  const near = outlinesNear(centre[1], centre[0], degrees)
  return (
    <svg
      viewBox={`0 0 ${view.width} ${view.height}`}
      role="img"
      aria-label={label}
      className="w-full rounded-lg border border-line bg-sunken"
    >
      {near.map((outline, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, and some outlines have no id
          key={index}
          d={view.path(outline) ?? ''}
          className={
            country !== null && countryCode(outline) === country
              ? 'fill-surface stroke-line-strong'
              : 'fill-ground stroke-line-strong'
          }
          strokeWidth={country !== null && countryCode(outline) === country ? 1.2 : 0.6}
        />
      ))}
      {labelled && <CountryNames view={view} outlines={near} locale={locale} />}
      {children}
      <ScaleBar view={view} locale={locale} />
    </svg>
  )
}

function CountryNames({ view, outlines, locale }: { view: MapView; outlines: Outline[]; locale: string }) {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return outlines.map((outline) => {
    const code = countryCode(outline)
    if (!code || view.path.area(outline) < 5000) return null
    const [x, y] = view.path.centroid(outline)
    if (Math.hypot(x - view.width / 2, y - view.height / 2) < 30) return null
    return (
      <text key={code} x={x} y={y} textAnchor="middle" className="fill-muted text-[13px]">
        {names.of(code)}
      </text>
    )
  })
}

/** The point itself where it is exact; else the dashed area that it lies in. */
function Spot({ view, point, km }: { view: MapView; point: Point; km: number }) {
  const xy = place(view, point)
  if (!xy) return null
  return (
    <>
      {km / view.kmPerPixel > 4 && (
        <path
          d={circleAround(view, point, km)}
          className="fill-killed/15 stroke-killed"
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      )}
      <circle
        cx={xy[0]}
        cy={xy[1]}
        r={km === 0 ? 5 : 3}
        className={km === 0 ? 'fill-killed stroke-surface' : 'fill-surface stroke-killed'}
        strokeWidth={1.5}
      />
    </>
  )
}

function Sites({ view, sites }: { view: MapView; sites: MapSite[] }) {
  return sites.map((site) => {
    const xy = place(view, site.point)
    if (!xy) return null
    return (
      <g key={`${site.label}${site.point.lat}${site.point.lon}`}>
        <rect
          x={xy[0] - 4}
          y={xy[1] - 4}
          width={8}
          height={8}
          className="fill-accent stroke-surface"
          strokeWidth={1.5}
        />
        <text x={xy[0]} y={xy[1] - 9} textAnchor="middle" className="fill-ink text-[12px]">
          {site.label}
        </text>
      </g>
    )
  })
}

async function ScaleBar({ view, locale }: { view: MapView; locale: string }) {
  const t = await getTranslations('incident.map')
  const { km, pixels } = scaleBar(view)
  const x = languageOf(locale) === 'ar' ? view.width - 12 - pixels : 12
  const y = view.height - 12
  return (
    <g>
      <path
        d={`M${x} ${y - 5}v5h${pixels.toFixed(1)}v-5`}
        className="fill-none stroke-ink"
        strokeWidth={1.2}
      />
      <text x={x + pixels / 2} y={y - 6} textAnchor="middle" className="fill-ink text-[12px]">
        {t('km', { km: formatKilometres(locale, km) })}
      </text>
    </g>
  )
}
