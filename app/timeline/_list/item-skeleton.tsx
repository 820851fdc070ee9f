import { Skeleton } from '@/app/_ui/skeleton'

/** About as high as an incident in the list is; each is measured once it is drawn. The class below says it too. */
export const ITEM_HEIGHT = 98

export function ItemSkeleton() {
  return (
    <div className="flex h-[98px] flex-col gap-2 border-line border-b px-1 py-3">
      <Skeleton className="h-5 w-3/4" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-1/3" />
    </div>
  )
}
