import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '@/app/_ui/format'
import { OutsideLink } from '@/app/_ui/outside-link'
import type { Summary } from '@/lib/analysis/summary'

/** Whose data the numbers rest on, with licence and attribution as each asks for it. */
export function Attributions({ attributions }: Pick<Summary, 'attributions'>) {
  const locale = useLocale()
  const t = useTranslations('timeline.charts')
  if (attributions.length === 0) return null
  return (
    <section aria-labelledby="attributions" className="text-sm">
      <h3 id="attributions" className="font-semibold">
        {t('attributions')}
      </h3>
      <ul className="flex flex-col gap-1">
        {attributions.map(({ dataset, name, attribution, licence, url, incidents }) => (
          <li key={dataset}>
            {url ? (
              <OutsideLink url={url} lang="en">
                {name}
              </OutsideLink>
            ) : (
              <bdi lang="en">{name}</bdi>
            )}{' '}
            ({t('attributed-incidents', { count: incidents, shown: formatNumber(locale, incidents) })}) ·{' '}
            <bdi lang="en">{licence}</bdi>
            <bdi lang="en" className="block text-muted">
              {attribution}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
