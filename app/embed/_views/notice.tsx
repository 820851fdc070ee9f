import { useTranslations } from 'next-intl'

/** Why nothing is shown in the frame, and who can change that. */
export function Notice({ of }: { of: 'off' | 'closed' }) {
  const t = useTranslations('embed')
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 py-8">
      <h1 className="mb-2 font-bold text-xl">{t(`${of}.title`)}</h1>
      <p className="text-muted">{t(`${of}.body`)}</p>
    </div>
  )
}
