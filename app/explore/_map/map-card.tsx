'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatKilometres, formatNumber } from '@/app/_ui/format'
import { IncidentTitle } from '@/app/_ui/incident-title'
import { chooseText } from '@/app/_ui/name-text'
import { WhenText } from '@/app/_ui/when-text'
import type { MapArea } from '@/lib/analysis/facts/map-grid'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { boxArea, roundedArea } from '@/lib/place/area'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { useExplorerHands } from '../_engine/explorer-state'
import { useContents } from '../_engine/use-contents'
import { IncidentLink } from '../_views/incident-link'
import { ToolButton } from '../_views/tool-button'
import type { MapHands } from './map-canvas'

/** What was pressed on the map. */
export type Picked =
  | { of: 'incidents'; ids: number[] }
  | { of: 'area'; area: MapArea }
  | { of: 'square'; count: number; disputed: number; box: MapBox }

interface Props {
  picked: Picked
  hands: MapHands | null
  onClose(): void
}

/** What stands where the map was pressed, and the way to it. */
export function MapCard({ picked, hands, onClose }: Props) {
  const t = useTranslations('explore.map')
  const { show } = useExplorerHands()
  return (
    <div
      role="status"
      className="absolute inset-x-2 bottom-2 max-h-[70%] overflow-y-auto rounded-lg border border-line-strong bg-surface p-3 text-sm shadow sm:end-auto sm:w-80"
    >
      <div className="flex items-start justify-between gap-2">
        <CardTitle picked={picked} />
        <ToolButton label={t('dismiss')} sign="×" onPress={onClose} />
      </div>
      {picked.of === 'incidents' && <Titles ids={picked.ids} />}
      {picked.of === 'area' && <AreaCard area={picked.area} />}
      {picked.of === 'square' && (
        <div className="mt-2 flex flex-wrap gap-1">
          <ToolButton label={t('nearer')} onPress={() => hands?.look(picked.box)} />
          <ToolButton
            label={t('choose-square')}
            onPress={() =>
              show(({ filter }) => ({ filter: { ...filter, area: roundedArea(boxArea(picked.box)) } }))
            }
          />
        </div>
      )}
    </div>
  )
}

function CardTitle({ picked }: { picked: Picked }) {
  const t = useTranslations('explore.map')
  const locale = useLocale()
  const { key, count, disputed } =
    picked.of === 'incidents'
      ? { key: 'here' as const, count: picked.ids.length, disputed: 0 }
      : picked.of === 'area'
        ? { key: 'in-area' as const, count: picked.area.count, disputed: picked.area.disputed }
        : { key: 'in-square' as const, count: picked.count, disputed: picked.disputed }
  return (
    <p className="font-semibold">
      {t(key, { count })}
      {disputed > 0 && (
        <span className="ms-2 rounded bg-warn-soft px-1.5 font-normal text-warn">
          {t('disputed', { count: formatNumber(locale, disputed) })}
        </span>
      )}
    </p>
  )
}

function AreaCard({ area }: { area: MapArea }) {
  const t = useTranslations('explore.map')
  const precisions = useTranslations('list.where-precision')
  const locale = useLocale()
  const { show } = useExplorerHands()
  const { place, precision, latest } = area
  const name = chooseText(locale, place.names)?.text ?? `#${place.id}`
  const km = uncertaintyKm(precision)
  return (
    <>
      <p className="text-muted">
        {km === null
          ? t('country', { place: name })
          : t('within', { place: name, precision: precisions(precision), km: formatKilometres(locale, km) })}
      </p>
      <p className="mt-1">{t('latest')}</p>
      <Titles ids={[latest]} />
      <ToolButton
        label={t('choose-place')}
        onPress={() => show(({ filter }) => ({ filter: { ...filter, primaryPlaces: [place.id] } }))}
      />
    </>
  )
}

/** So many titles fit on a card. */
const MOST_TITLES = 12

function Titles({ ids }: { ids: readonly number[] }) {
  const first = useMemo(() => ids.slice(0, MOST_TITLES), [ids])
  const { contents } = useContents(first)
  return (
    <ul className="my-1 flex flex-col gap-1">
      {first.map((id) => {
        const incident = contents.get(id)
        return (
          <li key={id} className="min-h-6">
            {incident && (
              <>
                <IncidentLink code={incident.code} className="underline">
                  <IncidentTitle incident={incident} />
                </IncidentLink>{' '}
                <span className="text-muted">
                  <WhenText when={incident.when} />
                </span>
              </>
            )}
          </li>
        )
      })}
      {ids.length > first.length && <li>…</li>}
    </ul>
  )
}
