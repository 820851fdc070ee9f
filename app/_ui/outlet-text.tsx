import { useTranslations } from 'next-intl'
import { PROTECTED_OUTLET } from '@/lib/access/protection'

/** The name of an outlet, or words that it is protected. */
export function OutletText({ outlet, className }: { outlet: string; className?: string }) {
  const t = useTranslations('visibility.shown')
  if (outlet === PROTECTED_OUTLET) return <em className={className}>{t('outlet')}</em>
  return <bdi className={className}>{outlet}</bdi>
}
