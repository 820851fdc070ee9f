import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '@/app/_ui/format'
import type { Casualties, Total } from '@/lib/analysis/summary'
import { isNotCollected } from '@/lib/analysis/totals'
import type { KindType } from '@/lib/incident/kinds'
import type { Breakdown, ChartRow, TimeRow } from './chart-rows'

const cell = 'px-2 py-1 text-end tabular-nums'
const head = 'px-2 py-1 text-start font-medium align-bottom'

/** Incidents over time by type: the last row is the sum of those above. */
export function TypeTable({
  caption,
  data: { rows, rest },
  types,
  total,
}: {
  caption: string
  data: Breakdown<TimeRow>
  types: KindType[]
  total: number
}) {
  const locale = useLocale()
  const t = useTranslations()
  const number = (value: number) => formatNumber(locale, value)
  const all = [...rows, ...rest.filter((row) => row.incidents !== null)]
  const sum = (type: KindType) => all.reduce((before, { byType }) => before + (byType[type] ?? 0), 0)
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={head}>
            {t('timeline.table.period')}
          </th>
          {types.map((type) => (
            <th key={type} scope="col" className={`${head} text-end`}>
              {t(`kind.types.${type}`)}
            </th>
          ))}
          <th scope="col" className={`${head} text-end`}>
            {t('timeline.table.incidents')}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map((row) => (
          <tr key={row.key} className="border-line border-t">
            <RowHead row={row} />
            {types.map((type) => {
              const count = row.byType[type] ?? 0
              const href = row.hrefs[type]
              return (
                <td key={type} className={cell}>
                  {href && count > 0 ? <BarLink href={href}>{number(count)}</BarLink> : number(count)}
                </td>
              )
            })}
            <td className={cell}>{number(row.incidents ?? 0)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-line-strong border-t font-semibold">
          <th scope="row" className={head}>
            {t('timeline.table.total')}
          </th>
          {types.map((type) => (
            <td key={type} className={cell}>
              {number(sum(type))}
            </td>
          ))}
          <td className={cell}>{number(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

interface CasualtyTableProps {
  caption: string
  /** What the rows are: periods, actors, places, kinds. */
  of: string
  data: Breakdown
  totals: Casualties
  /** All incidents that are counted. */
  counted: number
  /** Shown in the last row; null where an incident can stand in several rows. */
  incidents: number | null
  /** Of all that are counted, those whose figures leave out claims. */
  withheld: number
  withIncidents?: boolean
}

/** Killed and wounded, low, best and high, row by row: best sums to the last row. */
export function CasualtyTable({
  caption,
  of,
  data,
  totals,
  counted,
  incidents,
  withheld,
  withIncidents = true,
}: CasualtyTableProps) {
  const locale = useLocale()
  const t = useTranslations('timeline.table')
  const count = (value: number | null) => (value === null ? '' : formatNumber(locale, value))
  const groups = ['killed', 'wounded'] as const
  const whole = (group: (typeof groups)[number]) => ({ total: totals[group], incidents: counted })
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className={head}>
            {of}
          </th>
          {withIncidents && (
            <th scope="col" rowSpan={2} className={`${head} text-end`}>
              {t('incidents')}
            </th>
          )}
          {groups.map((group) => (
            <th key={group} scope="colgroup" colSpan={4} className="px-2 py-1 text-center font-medium">
              {t(group)}
            </th>
          ))}
        </tr>
        <tr>
          {groups.map((group) =>
            (['low', 'best', 'high', 'disputed'] as const).map((column) => (
              <th key={`${group}-${column}`} scope="col" className="px-2 py-1 text-end font-medium">
                {t(column)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {[...data.rows, ...data.rest].map((row) => (
          <tr key={row.key} className="border-line border-t">
            <RowHead row={row}>
              <Withheld count={row.withheld} />
            </RowHead>
            {withIncidents && <td className={cell}>{count(row.incidents)}</td>}
            {groups.map((group) => (
              <TotalCells
                key={group}
                total={row.casualties[group]}
                blank={isNotCollected(row.casualties[group], row.incidents, whole(group))}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-line-strong border-t font-semibold">
          <th scope="row" className={head}>
            {t('total')}
            <Withheld count={withheld} />
          </th>
          {withIncidents && <td className={cell}>{count(incidents)}</td>}
          {groups.map((group) => (
            <TotalCells
              key={group}
              total={totals[group]}
              blank={isNotCollected(totals[group], counted, whole(group))}
            />
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function TotalCells({ total, blank }: { total: Total; blank: boolean }) {
  const locale = useLocale()
  const t = useTranslations('timeline.totals')
  if (blank) {
    return (
      <td colSpan={4} className="px-2 py-1 text-center text-muted">
        {t('not-collected')}
      </td>
    )
  }
  return (
    <>
      <td className={cell}>{formatNumber(locale, total.low)}</td>
      <td className={cell}>{formatNumber(locale, total.best)}</td>
      <td className={cell}>
        <bdi dir="ltr">{`${formatNumber(locale, total.high)}${total.open ? '+' : ''}`}</bdi>
      </td>
      <td className={cell}>{formatNumber(locale, total.disputed.count)}</td>
    </>
  )
}

/** Of how many incidents of the row the figures leave out claims. */
function Withheld({ count }: { count: number }) {
  const t = useTranslations('timeline.table')
  if (count === 0) return null
  return <span className="block font-normal text-warn text-xs">{t('withheld', { count })}</span>
}

function RowHead({ row, children }: { row: ChartRow; children?: React.ReactNode }) {
  return (
    <th scope="row" className="px-2 py-1 text-start font-normal">
      {row.href ? (
        <BarLink href={row.href}>
          <bdi>{row.label}</bdi>
        </BarLink>
      ) : (
        <span className="text-muted">{row.label}</span>
      )}
      {children}
    </th>
  )
}

function BarLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} scroll={false} prefetch={false} className="text-accent underline underline-offset-2">
      {children}
    </Link>
  )
}
