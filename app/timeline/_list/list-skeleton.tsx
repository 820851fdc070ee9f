import { Skeleton } from '@/app/_ui/skeleton'
import { ItemSkeleton } from './item-skeleton'

export function ListSkeleton() {
  return (
    <div>
      <Skeleton className="mb-3 h-6 w-40" />
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <ItemSkeleton key={key} />
      ))}
    </div>
  )
}
