'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Offset } from '@/lib/place/where'
import { formatKilometres } from '../../_ui/format'

const points = ['0', '45', '90', '135', '180', '225', '270', '315'] as const

/** "5 km south-west of Derna", "north of Derna". */
export function useOffsetWords(): (offset: Offset, of: string) => string {
  const t = useTranslations('log.where')
  const bearings = useTranslations('list.bearing')
  const locale = useLocale()
  return ({ km, bearing }, of) => {
    const direction = bearings(points[Math.round(bearing / 45) % 8] ?? '0')
    return km === null
      ? t('offset-near', { direction, of })
      : t('offset', { km: formatKilometres(locale, km), direction, of })
  }
}
