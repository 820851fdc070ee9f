import { useTranslations } from 'next-intl'
import { Skeleton } from '@/app/_ui/skeleton'
import { SummarySkeleton } from './_charts/summary-skeleton'
import { ListSkeleton } from './_list/list-skeleton'

export default function TimelineLoading() {
  const t = useTranslations('common')
  return (
    <div aria-busy="true" className="mx-auto max-w-[100rem] px-4 py-3">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="mb-6 h-14 w-full" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <ListSkeleton />
        </div>
        <div className="max-lg:hidden">
          <SummarySkeleton />
        </div>
      </div>
    </div>
  )
}
