'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/app/_ui/skeleton'

// The drawing library is heavy: it comes after the list is there to be read.
const loading = () => <Skeleton className="h-56 w-full" />

export const OverTimeChart = dynamic(() => import('./over-time-chart').then((all) => all.OverTimeChart), {
  ssr: false,
  loading,
})
export const CasualtiesChart = dynamic(
  () => import('./casualties-chart').then((all) => all.CasualtiesChart),
  {
    ssr: false,
    loading,
  },
)
export const RankedChart = dynamic(() => import('./ranked-chart').then((all) => all.RankedChart), {
  ssr: false,
  loading,
})
