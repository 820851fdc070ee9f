import { useTranslations } from 'next-intl'
import { Skeleton } from '@/app/_ui/skeleton'

/** The form while its draft is being opened: the report at the start side, the incident at the end side. */
export function LogSkeleton() {
  const t = useTranslations('log')
  return (
    <div aria-busy="true" className="mx-auto max-w-[100rem] px-3 pt-2">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div className="grid gap-3 lg:grid-cols-[minmax(20rem,2fr)_3fr]">
        <Skeleton className="h-96 w-full" />
        <div className="flex flex-col gap-3">
          <Skeleton className="h-48 w-full" />
          <Skeleton className="h-36 w-full" />
          <Skeleton className="h-56 w-full" />
          <Skeleton className="h-36 w-full" />
        </div>
      </div>
    </div>
  )
}
