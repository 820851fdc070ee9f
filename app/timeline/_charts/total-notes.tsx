import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { figureNumbers } from '@/app/_ui/figure-words'
import { formatNumber } from '@/app/_ui/format'
import type { Casualties, Summary, Total } from '@/lib/analysis/summary'

interface Props {
  notes: Pick<Summary, 'totals' | 'partlyInside' | 'duplicates' | 'episodes' | 'withheld'>
  /** What no party's figure accounts for, where that is known. */
  notAttributed?: Casualties
  /** Further notes. */
  children?: ReactNode
}

const outcomes = ['killed', 'wounded'] as const

/** Everything that totals leave out, in words. */
export function TotalNotes({ notes, notAttributed, children }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline.totals')
  const { totals, partlyInside, duplicates, episodes, withheld } = notes
  return (
    <ul className="min-w-0 flex-1 list-disc ps-5 text-sm marker:text-muted">
      {outcomes.map((outcome) => (
        <Omitted
          key={outcome}
          outcome={outcome}
          total={totals[outcome]}
          rest={notAttributed?.[outcome].best ?? 0}
        />
      ))}
      {partlyInside > 0 && <li>{t('partly-inside', { count: partlyInside })}</li>}
      {duplicates > 0 && <li>{t('duplicates', { count: duplicates })}</li>}
      {episodes.count > 0 && (
        <li>
          {t('episodes', {
            count: episodes.count,
            killed: figureNumbers(locale, { ...episodes.casualties.killed, state: 'agreed' }) ?? '0',
            wounded: figureNumbers(locale, { ...episodes.casualties.wounded, state: 'agreed' }) ?? '0',
          })}
        </li>
      )}
      {withheld > 0 && <li className="text-warn">{t('withheld', { count: withheld })}</li>}
      {children}
    </ul>
  )
}

interface OmittedProps {
  outcome: (typeof outcomes)[number]
  total: Total
  /** Losses that are attributed to no party. */
  rest: number
}

function Omitted({ outcome, total: { disputed, notCollected }, rest }: OmittedProps) {
  const locale = useLocale()
  const t = useTranslations('timeline.totals')
  return (
    <>
      {disputed.count > 0 && (
        <li>
          {t(`${outcome}-disputed`, {
            count: disputed.count,
            low: formatNumber(locale, disputed.low),
            high: formatNumber(locale, disputed.high),
          })}
        </li>
      )}
      {notCollected > 0 && <li>{t(`${outcome}-not-collected`, { count: notCollected })}</li>}
      {rest !== 0 && <li>{t(`${outcome}-not-attributed`, { count: formatNumber(locale, rest) })}</li>}
    </>
  )
}
