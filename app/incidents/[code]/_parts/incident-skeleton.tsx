import { useTranslations } from 'next-intl'
import { Skeleton } from '@/app/_ui/skeleton'

/** The incident's page while it is being read: its head, its figures and claims, and what stands beside them. */
export function IncidentSkeleton() {
  const t = useTranslations('common')
  return (
    <div aria-busy="true" className="mx-auto grid max-w-[90rem] gap-8 px-4 py-6">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div>
        <Skeleton className="mb-3 h-5 w-48" />
        <Skeleton className="mb-4 h-10 w-3/4" />
        <Skeleton className="h-28 w-1/2" />
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-4">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-72 w-full" />
        </div>
        <Skeleton className="h-96 w-full" />
      </div>
    </div>
  )
}
