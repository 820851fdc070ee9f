import { useTranslations } from 'next-intl'
import { Skeleton } from '@/app/_ui/skeleton'

/** The page's shape while its incident is on the way. */
export default function IncidentLoading() {
  const t = useTranslations('common')
  return (
    <div role="status" className="mx-auto grid max-w-[90rem] gap-8 px-4 py-6">
      <span className="sr-only">{t('loading')}</span>
      <div className="grid gap-3">
        <Skeleton className="h-4 w-56" />
        <Skeleton className="h-9 w-full max-w-2xl" />
        <Skeleton className="h-5 w-80" />
        <Skeleton className="h-5 w-64" />
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-3">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
          <Skeleton className="h-40" />
        </div>
        <Skeleton className="h-60" />
      </div>
    </div>
  )
}
