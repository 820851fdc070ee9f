import { useTranslations } from 'next-intl'
import { drawMap, type MapSubject } from './draw-map'
import { MapSheet } from './map-sheet'

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
      <MapSheet drawing={around} label={description} />
      {near && <MapSheet drawing={near} label={t('close', { place: description })} />}
      <figcaption className="col-span-full text-muted text-sm">
        {drawnAround && `${t('caption-around', { place: drawnAround })} `}
        {t(subject.point ? `caption-${subject.precision}` : 'caption-country')} {t('source')}
      </figcaption>
    </figure>
  )
}
