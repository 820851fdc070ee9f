import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/app/_ui/format'
import { NameText } from '@/app/_ui/name-text'
import { PROTECTED_OUTLET } from '@/lib/access/protection'
import type { DetailStatement } from '@/lib/analysis/incident-detail'
import type { Book } from './book'

/** Who says it, through what, on which day. */
export function StatementLine({ statement, book }: { statement: DetailStatement; book: Book }) {
  const locale = useLocale()
  const t = useTranslations('incident')
  const channels = useTranslations('list.channel')
  const details = [channels(statement.channel), statement.saidOn && formatDay(locale, statement.saidOn)]
  return (
    <span>
      <Speaker statement={statement} book={book} />
      <span className="text-muted"> — {details.filter(Boolean).join(t('comma'))}</span>
    </span>
  )
}

/** The person with their role and whom they speak for; else the outlets of the citing reports in their own voice. */
function Speaker({ statement, book }: { statement: DetailStatement; book: Book }) {
  const t = useTranslations('incident')
  const visible = useTranslations('visibility.shown')
  const { actor, speakerName, speakerRole } = statement
  if (statement.protection === 'masked' || speakerName === PROTECTED_OUTLET)
    return <em className="font-medium">{visible('speaker')}</em>
  if (!actor && !speakerName) {
    const outlets = statement.citedBy.flatMap((key) => {
      const outlet = book.reports.get(key)?.outlet
      return outlet === PROTECTED_OUTLET ? visible('outlet') : (outlet ?? [])
    })
    return (
      <bdi className="font-medium">
        {outlets.length > 0 ? outlets.join(t('comma')) : t('speaker-unnamed')}
      </bdi>
    )
  }
  return (
    <span>
      {speakerName && <bdi className="font-medium">{speakerName}</bdi>}
      {speakerRole && (
        <>
          {speakerName && t('comma')}
          <bdi>{speakerRole}</bdi>
        </>
      )}
      {actor && (
        <>
          {(speakerName || speakerRole) && t('comma')}
          <span className={speakerName ? '' : 'font-medium'}>
            <NameText names={actor.names} />
          </span>
        </>
      )}
    </span>
  )
}
