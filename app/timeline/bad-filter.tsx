import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/problem'

/** The address asks for something that cannot be: says which part of it and what would do, and the way out, to `back`, if there is any. */
export function BadFilter({ problems, back = '/timeline' }: { problems: Problem[]; back?: string | null }) {
  const t = useTranslations()
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 py-12">
      <h1 className="mb-2 font-bold text-2xl">{t('timeline.bad-filter.title')}</h1>
      <p className="mb-4 text-muted">{t('timeline.bad-filter.body')}</p>
      <ul className="mb-6 flex flex-col gap-2">
        {problems.map(({ path, code, params }) => (
          <li
            key={`${path.join('.')}-${code}-${Object.values(params ?? {}).join('-')}`}
            className="rounded border border-line bg-surface px-3 py-2"
          >
            <bdi dir="ltr" className="font-mono text-sm">
              {path.join('.')}
            </bdi>{' '}
            — {t(`problem.code.${code}` as never, params as never)}
          </li>
        ))}
      </ul>
      {back !== null && (
        <Link href={back} className="rounded bg-accent px-4 py-2 font-medium text-accent-ink">
          {t(back === '/timeline' ? 'timeline.bad-filter.reset' : 'explore.reset')}
        </Link>
      )}
    </div>
  )
}
