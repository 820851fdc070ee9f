import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NameText } from '@/app/_ui/name-text'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import { Section } from './section'

/** Who took part, each leading to the rest of what is logged of them; and the means used. */
export function PartiesAside({ incident: { parties, means } }: { incident: IncidentDetail }) {
  const t = useTranslations('incident')
  const lists = useTranslations('list')
  return (
    <Section id="parties" title={t('parties')}>
      {parties.length === 0 && <p className="text-muted">{t('parties-none')}</p>}
      <ul className="grid gap-2">
        {parties.map((party) => (
          <li key={party.key} className="grid">
            <Link href={`/timeline?actor=${party.actor}`} prefetch={false} className="font-medium underline">
              <NameText names={party.names} />
            </Link>
            <span className="text-muted text-sm">
              {lists(`part.${party.part}`)} · {lists(`actor.${party.kind}`)}
            </span>
          </li>
        ))}
      </ul>
      {means.length > 0 && (
        <p className="text-sm">
          <span className="text-muted">{t('means')} </span>
          {means.map((one) => lists(`means.${one}`)).join(t('comma'))}
        </p>
      )}
    </Section>
  )
}
