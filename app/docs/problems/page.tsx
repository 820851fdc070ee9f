import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { statusOf } from '@/app/_http/problem-kinds'
import type { RefusalKind } from '@/lib/problem'

export async function generateMetadata() {
  const t = await getTranslations('problem.page')
  return { title: t('title') }
}

/** Where the `type` of every refusal of the API leads: what that kind of refusal means and what to do about it. */
export default function ProblemsPage() {
  const t = useTranslations('problem')
  return (
    <div className="mx-auto max-w-2xl px-4 py-8">
      <h1 className="mb-3 font-bold text-2xl">{t('page.title')}</h1>
      <p className="mb-6 text-muted">{t('page.body')}</p>
      {(Object.keys(statusOf) as RefusalKind[]).map((kind) => (
        <section
          key={kind}
          id={kind}
          className="mb-4 rounded border border-line bg-surface px-4 py-3 target:border-accent"
        >
          <h2 className="font-semibold">{t(`title.${kind}`)}</h2>
          <p className="text-muted text-sm">
            <bdi dir="ltr" className="font-mono">
              {statusOf[kind]} · {kind}
            </bdi>
          </p>
          <p>{t(`page.remedy.${kind}`)}</p>
        </section>
      ))}
    </div>
  )
}
