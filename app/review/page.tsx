import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { takesPart, whatWaits } from '@/lib/operations/review/what-waits'
import { forPage } from '../_http/page-failure'
import { pageViewer } from '../_http/page-viewer'
import { MentionList } from './_parts/mention-list'
import { WaitingGroup } from './_parts/waiting-group'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review.queue')
  return { title: t('title') }
}

/** What waits for the one signed in. Who only reads is led to what there is to read. */
export default async function ReviewPage() {
  const viewer = await pageViewer('/review')
  if (!takesPart(viewer)) redirect(viewer.kind === 'anonymous' ? '/sign-in?return=/review' : '/timeline')
  const [t, { incidents, mentions }] = await Promise.all([
    getTranslations('review.queue'),
    forPage(whatWaits(viewer)),
  ])
  const nothing = mentions.length === 0 && Object.values(incidents).every((rows) => rows.length === 0)
  return (
    <div className="mx-auto grid max-w-4xl gap-8 px-4 py-6">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      {nothing && <p className="text-muted">{t('empty')}</p>}
      <WaitingGroup reason="returned" waiting={incidents.returned} steps={['submit']} />
      <MentionList mentions={mentions} />
      <WaitingGroup reason="verify" waiting={incidents.verify} steps={['verify', 'return']} />
      <WaitingGroup reason="publish" waiting={incidents.publish} steps={['publish', 'return']} />
      <WaitingGroup reason="confirm" waiting={incidents.confirm} steps={['confirm', 'withdraw']} />
      <WaitingGroup reason="decide" waiting={incidents.decide} steps={[]} />
    </div>
  )
}
