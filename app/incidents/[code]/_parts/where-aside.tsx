import { getLocale, getTranslations } from 'next-intl/server'
import type { MapSite } from '@/app/_ui/draw-map'
import { chooseText, NameText } from '@/app/_ui/name-text'
import { SmallMap } from '@/app/_ui/small-map'
import { OffsetText, PointText } from '@/app/_ui/where-text'
import type { DetailSite, IncidentDetail } from '@/lib/analysis/incident-detail'
import { precisionAround } from '@/lib/place/around'
import { Section } from './section'

/** The map, the point and the sites. */
export async function WhereAside({ incident: { where } }: { incident: IncidentDetail }) {
  const [t, precisions, siteKinds, locale] = await Promise.all([
    getTranslations('incident'),
    getTranslations('list.where-precision'),
    getTranslations('list.site'),
    getLocale(),
  ])
  const name = (names: DetailSite['name']) => chooseText(locale, names)?.text ?? ''
  const places = [where.place, ...[...where.within].reverse()].map((place) => name(place.names))
  const drawn = where.sites.flatMap((site): MapSite | [] =>
    site.point
      ? {
          point: site.point,
          label: name(site.name) || (site.place ? name(site.place.names) : siteKinds(site.kind)),
        }
      : [],
  )
  return (
    <Section id="where" title={t('where-title')}>
      <SmallMap
        subject={{
          point: where.point ?? where.around?.point ?? null,
          precision: where.around
            ? precisionAround(where.precision, where.around.place.kind)
            : where.precision,
          country: where.place.country ?? where.within[0]?.country ?? null,
          sites: drawn,
        }}
        around={where.around && name(where.around.place.names)}
        description={t('map.description', {
          place: places.join(t('comma')),
          precision: precisions(where.precision),
        })}
      />
      {where.point && (
        <p className="text-sm">
          <span className="text-muted">{t('point')} </span>
          <PointText point={where.point} />
        </p>
      )}
      {where.sites.length > 0 && (
        <div className="grid gap-1">
          <h3 className="font-semibold">{t('sites')}</h3>
          <ul className="grid gap-1">
            {where.sites.map((site) => (
              <li key={site.key} id={site.key}>
                <Site site={site} kind={siteKinds(site.kind)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

function Site({ site, kind }: { site: DetailSite; kind: string }) {
  const named = site.name.ar !== null || site.name.en !== null
  return (
    <>
      {named && <NameText names={site.name} />}
      {named && ' — '}
      <span className={named ? 'text-muted' : ''}>{kind}</span>
      {(site.offset || site.place) && (
        <span className="text-muted">
          {' · '}
          {site.offset && <OffsetText offset={site.offset} />}{' '}
          {site.place && <NameText names={site.place.names} />}
        </span>
      )}
      {site.point && (
        <span className="text-muted text-sm">
          {' · '}
          <PointText point={site.point} />
        </span>
      )}
    </>
  )
}
