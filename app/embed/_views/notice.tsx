import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/problem'
import { BadFilter } from '../../timeline/bad-filter'

/** Why nothing is shown in the frame, and who can change that. */
export function Notice({ of }: { of: 'off' | 'closed' }) {
  const t = useTranslations('embed')
  return (
    <main aria-label={t(`${of}.title`)} className="mx-auto max-w-2xl px-4 py-8">
      <div role="alert">
        <h1 className="mb-2 font-bold text-xl">{t(`${of}.title`)}</h1>
        <p className="text-muted">{t(`${of}.body`)}</p>
      </div>
    </main>
  )
}

/** What is wrong with the address of the frame. There is no way out of it: whoever wrote the page around it can mend it. */
export function WrongAddress({ problems }: { problems: Problem[] }) {
  const t = useTranslations('timeline.bad-filter')
  return (
    <main aria-label={t('title')}>
      <BadFilter problems={problems} back={null} />
    </main>
  )
}
