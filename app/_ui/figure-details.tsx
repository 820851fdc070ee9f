import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { explain } from '@/lib/claim/explain'
import type { Numbers } from '@/lib/claim/figure'
import { FigureText } from './figure-text'
import { formatDay, formatNumber } from './format'

interface FigureDetailsProps {
  /** What it counts, in words. */
  label: ReactNode
  figure: Numbers
  /** The claims it rests on. */
  children?: ReactNode
  open?: boolean
}

/** A figure that opens to why it is what it is: the rule's sentences, then the claims. */
export function FigureDetails({ label, figure, children, open = false }: FigureDetailsProps) {
  const states = useTranslations('figure.state')
  return (
    <details open={open} className="group rounded-lg border border-line bg-surface">
      <summary className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-lg px-3 py-2 hover:bg-sunken">
        <span className="font-medium">{label}</span>
        <FigureText figure={figure} quiet />
        <span className={stateColours(figure.state)}>{states(figure.state)}</span>
        <span className="ms-auto text-muted transition-transform group-open:rotate-180" aria-hidden="true">
          ▾
        </span>
      </summary>
      <div className="grid gap-3 border-line border-t px-3 py-3">
        <Bounds figure={figure} />
        <FigureReasons figure={figure} />
        {children}
      </div>
    </details>
  )
}

const stateColours = (state: string): string =>
  state === 'disputed' || state === 'contested' || state === 'range'
    ? 'rounded bg-warn-soft px-1.5 text-sm text-warn'
    : 'text-sm text-muted'

/** Low, best and high, each by its name. */
function Bounds({ figure }: { figure: Numbers }) {
  const locale = useLocale()
  const t = useTranslations('incident.bounds')
  const number = (value: number | null) => (value === null ? t('nothing') : formatNumber(locale, value))
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {(['low', 'best', 'high'] as const).map((bound) => (
        <div key={bound} className="flex gap-1.5">
          <dt className="text-muted">{t(bound)}</dt>
          <dd className="font-medium tabular-nums">
            {number(figure[bound])}
            {bound === 'high' && figure.open && <bdi dir="ltr">+</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The sentences of the rule. */
function FigureReasons({ figure }: { figure: Pick<Numbers, 'reasons'> }) {
  const locale = useLocale()
  const t = useTranslations('figure.reason')
  const sentences = explain(figure, (day) => formatDay(locale, day))
  if (sentences.length === 0) return null
  return (
    <ul className="grid gap-1 text-sm">
      {sentences.map(({ code, values, warns }) => (
        <li key={`${code}${JSON.stringify(values)}`} className={warns ? 'text-warn' : ''}>
          {warns && <span aria-hidden="true">⚠ </span>}
          {t(code, values)}
        </li>
      ))}
    </ul>
  )
}
