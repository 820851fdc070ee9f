import { useTranslations } from 'next-intl'
import type { DetailClaim, IncidentDetail } from '@/lib/analysis/incident-detail'
import type { Book } from './book'
import { CellLabel, EquipmentLabel } from './cell-label'
import { ClaimCard } from './claim-card'
import { type ClaimGroup, groupClaims } from './claim-groups'
import { Section } from './section'

/** Everything that was said, thing by thing, statements side by side. */
export function ClaimsSection({ incident, book }: { incident: IncidentDetail; book: Book }) {
  const t = useTranslations('incident')
  const groups = groupClaims(incident.claims)
  return (
    <Section id="claims" title={t('claims')}>
      {groups.length === 0 && <p className="text-muted">{t('claims-none')}</p>}
      <div className={sideBySide}>
        {groups.map((group) => (
          <Group key={group.key} group={group} book={book} />
        ))}
      </div>
    </Section>
  )
}

/** Columns as there is room for; a claim that stands alone takes one, a thing of several claims the whole row. */
const sideBySide = 'grid gap-x-3 gap-y-5 sm:grid-cols-[repeat(auto-fill,minmax(17rem,1fr))]'

function Group({ group, book }: { group: ClaimGroup; book: Book }) {
  const t = useTranslations('incident')
  return (
    <div className={`grid content-start gap-2 ${group.claims.length > 1 ? 'col-span-full' : ''}`}>
      <h3 className="flex flex-wrap items-baseline gap-2 font-semibold">
        <span>
          <Thing claim={group.claims[0] as DetailClaim} book={book} />
        </span>
        {group.differ && (
          <span className="rounded bg-warn-soft px-1.5 font-normal text-sm text-warn">
            {t('claims-differ')}
          </span>
        )}
      </h3>
      <div className={group.claims.length > 1 ? sideBySide : 'grid'}>
        {group.claims.map((claim) => (
          <ClaimCard key={claim.key} claim={claim} book={book} />
        ))}
      </div>
    </div>
  )
}

/** What a claim speaks of, in words. */
export function Thing({ claim, book }: { claim: DetailClaim; book: Book }) {
  const t = useTranslations('list.subject')
  const { says } = claim
  if (says.subject === 'casualties') return <CellLabel cell={says} book={book} />
  if (says.subject === 'equipment') return <EquipmentLabel cell={says} book={book} />
  return <>{t(says.subject)}</>
}
