import { useTranslations } from 'next-intl'
import { Section } from '../_parts/section'
import { CommentThread } from './comment-thread'

/** What those who work on the incident say to one another about it. */
export function CommentsSection() {
  const t = useTranslations('review.comments')
  return (
    <div className="print:hidden">
      <Section id="comments" title={t('title')}>
        <CommentThread claim={null} label={t('label')} />
      </Section>
    </div>
  )
}
