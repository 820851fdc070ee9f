import { useLocale, useTranslations } from 'next-intl'
import type { Offset, Point, WherePrecision } from '@/lib/place/where'
import { formatKilometres } from './format'
import { type ByLanguage, NameText } from './name-text'

/** A place in a line: offset if told so, the place, what it lies in from near to far, and how exactly it is known. */
export function WhereText(props: {
  place: ByLanguage
  /** From the country down, as the gazetteer has it. */
  within?: ByLanguage[]
  precision?: WherePrecision
  offset?: Offset | null
}) {
  const { place, within = [], precision, offset = null } = props
  const t = useTranslations('incident.where')
  const precisions = useTranslations('list.where-precision')
  return (
    <span>
      {offset && (
        <>
          <OffsetText offset={offset} />{' '}
        </>
      )}
      <NameText names={place} />
      {[...within].reverse().map((names, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a town and its province may share a name, and none moves
        <span key={index} className="text-muted">
          {t('comma')} <NameText names={names} />
        </span>
      ))}
      {precision && precision !== 'exact' && (
        <span className="text-muted"> ({precisions(precision as never)})</span>
      )}
    </span>
  )
}

/** "5 km south-west of". */
export function OffsetText({ offset }: { offset: Offset }) {
  const locale = useLocale()
  const t = useTranslations('incident.where')
  const bearings = useTranslations('list.bearing')
  const direction = bearings(String((Math.round(offset.bearing / 45) * 45) % 360) as never)
  if (offset.km === null) return <>{t('direction-of', { direction })}</>
  return <>{t('offset-of', { km: formatKilometres(locale, offset.km), direction })}</>
}

/** A point in decimal degrees, latitude first, in Latin digits whatever the language: it is there to be copied. */
export function PointText({ point }: { point: Point }) {
  const degrees = (value: number) => String(Math.round(value * 1e5) / 1e5)
  return (
    <bdi dir="ltr" className="tabular-nums">
      {degrees(point.lat)}, {degrees(point.lon)}
    </bdi>
  )
}
