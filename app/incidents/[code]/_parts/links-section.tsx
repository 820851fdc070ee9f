import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { IncidentTitle } from '@/app/_ui/incident-title'
import { NameText } from '@/app/_ui/name-text'
import { RemainderText } from '@/app/_ui/remainder-text'
import { WhenText } from '@/app/_ui/when-text'
import type { DetailEpisode, IncidentDetail, IncidentMention } from '@/lib/analysis/incident-detail'
import type { Book } from './book'
import { ClaimCard } from './claim-card'
import { Thing } from './claims-section'
import { CellFigure } from './figures-section'
import { Section } from './section'

/** Links to other incidents, told from this one's side whichever of the two names the other. */
export function LinksSection({ incident: { links } }: { incident: IncidentDetail }) {
  const t = useTranslations('incident')
  if (links.length === 0) return null
  return (
    <Section id="links" title={t('links')}>
      <ul className="grid gap-2">
        {links.map((link) => (
          <li
            key={`${link.kind}${link.direction}${link.incident.code}`}
            className="grid gap-0.5 rounded-lg border border-line bg-surface px-3 py-2"
          >
            <span className="text-muted text-sm">{t(`link-${link.direction}.${link.kind}`)}</span>
            <Mention incident={link.incident} />
            {link.note && (
              <span dir="auto" className="text-muted text-sm">
                {link.note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Episodes that the incident belongs to: what is claimed of several incidents together. */
export function EpisodesSection({ incident, book }: { incident: IncidentDetail; book: Book }) {
  const t = useTranslations('incident')
  if (incident.episodes.length === 0) return null
  return (
    <Section id="episodes" title={t('episodes')}>
      {incident.episodes.map((episode) => (
        <Episode key={episode.id} episode={episode} book={book} own={incident.code} />
      ))}
    </Section>
  )
}

function Episode({ episode, book, own }: { episode: DetailEpisode; book: Book; own: string }) {
  const t = useTranslations('incident')
  return (
    <div className="grid gap-3 rounded-lg border border-line p-3">
      <h3 className="font-semibold">
        {episode.title.ar || episode.title.en ? <NameText names={episode.title} /> : t('episode')}
      </h3>
      <ul className="grid gap-1">
        {episode.incidents.map((incident) => (
          <li key={incident.code}>
            {incident.code === own ? t('this-incident') : <Mention incident={incident} />}
          </li>
        ))}
      </ul>
      {episode.figures.map((figure) => (
        <div key={JSON.stringify(figure.cell)} className="grid gap-1">
          <CellFigure figure={figure} book={book} />
          <p className="px-3 text-muted text-sm">
            <RemainderText remainder={figure.remainder} />
          </p>
        </div>
      ))}
      <div className="grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(17rem,1fr))]">
        {episode.claims.map((claim) => (
          <ClaimCard key={claim.key} claim={claim} book={book} thing={<Thing claim={claim} book={book} />} />
        ))}
      </div>
    </div>
  )
}

function Mention({ incident }: { incident: IncidentMention }) {
  return (
    <span>
      <Link href={`/incidents/${incident.code}`} prefetch={false} className="font-medium underline">
        <IncidentTitle incident={incident} />
      </Link>
      <span className="text-muted text-sm">
        {' · '}
        <WhenText when={incident.when} />
      </span>
    </span>
  )
}
