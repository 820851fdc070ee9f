'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type Difference, differences, withTheirs } from './compare-logs'
import { useDifferenceWords } from './difference-words'
import { buttonLook } from './field'
import type { FormLog } from './form-types'

interface ComparePanelProps {
  mine: FormLog
  theirs: FormLog
  /** Goes on with the mixture that was chosen. */
  onChosen: (log: FormLog) => void
  /** Keeps mine by itself and leaves theirs as it is. */
  onKeepApart: () => void
}

/** Both texts side by side where a newer version is there; each difference is decided by itself, nothing is lost. */
export function ComparePanel({ mine, theirs, onChosen, onKeepApart }: ComparePanelProps) {
  const t = useTranslations('log.compare')
  const found = differences(mine, theirs)
  // What only they have is kept unless somebody says otherwise: nobody drops a claim by not looking.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(found.filter((one) => one.mine === undefined).map(({ id }) => id)),
  )
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const pick = (id: string, their: boolean) =>
    setChosen((now) => new Set(their ? [...now, id] : [...now].filter((other) => other !== id)))
  return (
    <section aria-labelledby="compare-heading" className="rounded-lg border-2 border-warn bg-warn-soft p-3">
      <h2 id="compare-heading" ref={heading} tabIndex={-1} className="font-semibold">
        {t('heading')}
      </h2>
      <p className="mb-2">{t('body')}</p>
      <div className="flex flex-col gap-2">
        {found.map((difference) => (
          <DifferenceRow
            key={difference.id}
            difference={difference}
            logs={{ mine, theirs }}
            their={chosen.has(difference.id)}
            onPick={(their) => pick(difference.id, their)}
          />
        ))}
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <button
          type="button"
          className={buttonLook}
          onClick={() => onChosen(withTheirs(mine, theirs, chosen))}
        >
          {t('use')}
        </button>
        <button type="button" className={buttonLook} onClick={onKeepApart}>
          {t('apart')}
        </button>
      </div>
    </section>
  )
}

interface DifferenceRowProps {
  logs: { mine: FormLog; theirs: FormLog }
  difference: Difference
  their: boolean
  onPick: (their: boolean) => void
}

function DifferenceRow({ difference, logs, their, onPick }: DifferenceRowProps) {
  const { id } = difference
  const t = useTranslations('log.compare')
  const name = id.split('/').findLast((part) => fields.has(part)) ?? 'other'
  const words = useDifferenceWords(difference, logs)
  return (
    <fieldset className="rounded border border-line bg-surface p-2">
      <legend className="px-1 font-medium text-sm">{t(`field.${name}` as never)}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {([false, true] as const).map((side) => (
          <label key={String(side)} className="flex items-baseline gap-2">
            <input type="radio" name={id} checked={their === side} onChange={() => onPick(side)} />
            <span className="min-w-0">
              <span className="text-muted text-sm">{side ? t('theirs') : t('mine')} </span>
              <bdi className="whitespace-pre-wrap break-words">
                {words[side ? 'theirs' : 'mine'] || t('nothing')}
              </bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const fields = new Set([
  'title',
  'summary',
  'kind',
  'means',
  'when',
  'where',
  'parties',
  'claims',
  'conflictSets',
  'links',
  'status',
  'grade',
  'visibility',
  'note',
  'code',
  'outlet',
  'agencies',
  'url',
  'archivedUrl',
  'publishedOn',
  'publishedOnBasis',
  'publishedOnWhy',
  'language',
  'text',
  'actorId',
  'speakerName',
  'speakerRole',
  'channel',
  'saidOn',
  'citedBy',
  'episodes',
  'reports',
  'statements',
  'incidents',
])
