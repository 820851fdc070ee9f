'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ToldProblem } from '../../_ui/ask'
import { formatNumber } from '../../_ui/format'
import { chooseText } from '../../_ui/name-text'
import { useLog } from './log-context'

interface ProblemSummaryProps {
  title: string
  problems: readonly ToldProblem[]
  /** Leads to the field of a problem, opening what hides it. */
  onGo: (path: ToldProblem['path']) => void
  /** What else can be done about it. */
  children?: ReactNode
}

/** Why the log was not saved, each reason a way to its field. Takes the focus when it appears. */
export function ProblemSummary({ title, problems, onGo, children }: ProblemSummaryProps) {
  const t = useTranslations('log')
  const placeOf = useProblemPlace()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer is to be heard
  useEffect(() => heading.current?.focus(), [problems])
  return (
    <section
      aria-labelledby="problems-heading"
      className="rounded-lg border border-danger bg-danger-soft p-3"
    >
      <h2 id="problems-heading" ref={heading} tabIndex={-1} className="font-semibold text-danger">
        {title || t('not-saved')}
      </h2>
      <ul className="mt-1 list-disc ps-6">
        {problems.map((problem) => (
          <li key={`${problem.path.join('.')} ${problem.code}`}>
            <button type="button" className="text-start underline" onClick={() => onGo(problem.path)}>
              {placeOf(problem.path)}
              {problem.message || problem.code}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

/** Which incident, and which of its claims, a problem is about. */
function useProblemPlace(): (path: ToldProblem['path']) => string {
  const t = useTranslations('log')
  const locale = useLocale()
  const { document } = useLog()
  return ([list, index, part, number]) => {
    if (list === 'episodes') {
      const quote =
        part === 'claims' ? document.log.episodes[Number(index)]?.claims[Number(number)]?.quote : null
      return quote ? `${t('scope.several')}: «${quote}» — ` : `${t('scope.several')} — `
    }
    const incident = list === 'incidents' ? document.log.incidents[Number(index)] : undefined
    if (!incident) return ''
    const title = chooseText(locale, incident.title)?.text
    const name = title ?? t('incidents.untitled', { number: formatNumber(locale, Number(index) + 1) })
    const quote = part === 'claims' ? incident.claims[Number(number)]?.quote : null
    return quote ? `${name}: «${quote}» — ` : `${name} — `
  }
}
