import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { NameText } from '@/app/_ui/name-text'
import type { Cell } from '@/lib/claim/cell'
import type { EquipmentCell } from '@/lib/claim/equipment'
import type { Book } from './book'

/** What a cell counts, in words: "killed · aircrew · of Operation Dignity". */
export function CellLabel({ cell, book }: { cell: Cell; book: Book }) {
  const t = useTranslations('claim')
  const parts: ReactNode[] = [t(`outcome.${cell.outcome}`)]
  if (cell.unit !== 'persons') parts.push(t(`unit.${cell.unit}`))
  if (cell.status) parts.push(t(`status.${cell.status}`))
  if (cell.sexAge) parts.push(t(`sex-age.${cell.sexAge}`))
  if (cell.party) parts.push(<PartyOf key="party" party={cell.party} book={book} />)
  if (cell.site) parts.push(<SiteAt key="site" site={cell.site} book={book} />)
  return <Dotted parts={parts} />
}

/** What an equipment claim counts: "tank · disabled · of Operation Dignity". */
export function EquipmentLabel({ cell, book }: { cell: EquipmentCell; book: Book }) {
  const t = useTranslations('list')
  const parts: ReactNode[] = [t(`equipment.${cell.category}`), t(`equipment-outcome.${cell.outcome}`)]
  if (cell.owner) parts.push(<PartyOf key="party" party={cell.owner} book={book} />)
  if (cell.site) parts.push(<SiteAt key="site" site={cell.site} book={book} />)
  return <Dotted parts={parts} />
}

export function PartyName({ party, book }: { party: string; book: Book }) {
  const found = book.parties.get(party)
  return found ? <NameText names={found.names} /> : <>—</>
}

function PartyOf({ party, book }: { party: string; book: Book }) {
  const t = useTranslations('incident')
  return t.rich('of-party', { party: () => <PartyName party={party} book={book} /> })
}

export function SiteName({ site, book }: { site: string; book: Book }) {
  const sites = useTranslations('list.site')
  const found = book.sites.get(site)
  if (!found) return <>—</>
  if (found.name.ar || found.name.en) return <NameText names={found.name} />
  return found.place ? <NameText names={found.place.names} /> : sites(found.kind)
}

function SiteAt({ site, book }: { site: string; book: Book }) {
  const t = useTranslations('incident')
  return t.rich('at-site', { site: () => <SiteName site={site} book={book} /> })
}

function Dotted({ parts }: { parts: ReactNode[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one label never move
    <Fragment key={index}>
      {index > 0 && <span aria-hidden="true"> · </span>}
      {part}
    </Fragment>
  ))
}
