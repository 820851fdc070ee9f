import { useTranslations } from 'next-intl'
import { CountText } from '@/app/_ui/count-text'
import { NameText } from '@/app/_ui/name-text'
import { WhenText } from '@/app/_ui/when-text'
import type { DetailClaim } from '@/lib/analysis/incident-detail'
import type { Book } from './book'
import { PartyName, SiteName } from './cell-label'

/** What a claim says of its thing, without the thing itself: "at least 5", "on or before 29 July 2017". */
export function SaidValue({ claim, book }: { claim: DetailClaim; book: Book }) {
  const claims = useTranslations('claim')
  const lists = useTranslations('list')
  const kinds = useTranslations('kind.kinds')
  const { says } = claim
  switch (says.subject) {
    case 'casualties':
      return (
        <>
          <CountText count={says} />
          {says.basis !== 'total' && (
            <span className="font-normal text-muted">
              {' '}
              ({says.movedFrom ? claims(`moved-from.${says.movedFrom}`) : claims(`basis.${says.basis}`)})
            </span>
          )}
        </>
      )
    case 'equipment':
      return (
        <>
          <CountText count={says} />
          {says.model && (
            <span className="font-normal text-muted">
              {' '}
              (<bdi>{says.model}</bdi>)
            </span>
          )}
        </>
      )
    case 'when':
      return <WhenText when={says.when} />
    case 'where':
      return <SaidWhere claim={claim} book={book} />
    case 'part':
      return (
        <>
          <PartyName party={says.party} book={book} />: {lists(`part.${says.part}`)}
        </>
      )
    case 'responsibility':
      return (
        <>
          <PartyName party={says.party} book={book} />: {lists(`stance.${says.stance}`)}
        </>
      )
    case 'kind':
      return <>{kinds(says.kind)}</>
    case 'motive':
      return <span dir="auto">{says.text ?? '—'}</span>
  }
}

function SaidWhere({ claim: { says, place }, book }: { claim: DetailClaim; book: Book }) {
  if (says.subject !== 'where') return null
  return (
    <>
      {says.site && <SiteName site={says.site} book={book} />}
      {says.site && (place || says.phrase) && ' — '}
      {place && <NameText names={place.names} />}
      {says.phrase && (
        <span className="font-normal">
          {place && ' '}
          <bdi>“{says.phrase}”</bdi>
        </span>
      )}
    </>
  )
}
