'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ask } from '@/app/_ui/ask'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import type { LogDraft } from '@/lib/incident/log-draft'
import { keepReason } from './reveal-reason'

interface Revealed {
  log: LogDraft
  any: boolean
  actors: Record<number, NamesByLanguage>
  places: Record<number, NamesByLanguage>
}

/** Asks for a reason and shows what is protected, on this page only: nothing of it stands in an address. */
export function RevealProtected({ code }: { code: string }) {
  const t = useTranslations('visibility.reveal')
  const router = useRouter()
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  const show = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask<Revealed>(`/api/incidents/${code}/reveal`, 'POST', { why })
    setRevealed(answer.ok ? answer.value : null)
    const told = !answer.ok && answer.why === 'refused' ? answer.problems[0]?.message : undefined
    setProblem(answer.ok ? null : (told ?? t('failed')))
  }
  return (
    <details className="rounded border border-line p-2">
      <summary>{t('open')}</summary>
      <form onSubmit={(event) => void show(event)} className="mt-2 grid max-w-xl gap-2">
        <label className="grid gap-1">
          <span className="text-muted text-sm">{t('why')}</span>
          <input
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            maxLength={500}
            dir="auto"
            autoComplete="off"
            aria-describedby="reveal-help"
            className="rounded border border-line-strong bg-surface px-2 py-1"
          />
        </label>
        <p id="reveal-help" className="text-muted text-sm">
          {t('why-help')}
        </p>
        {problem && (
          <p role="alert" className="text-danger text-sm">
            {problem}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <button type="submit" className={look}>
            {t('show')}
          </button>
          <button
            type="button"
            className={look}
            onClick={() => {
              keepReason(code, why)
              router.push(`/log?edit=${code}`)
            }}
          >
            {t('edit')}
          </button>
          {revealed && (
            <button type="button" className={look} onClick={() => setRevealed(null)}>
              {t('hide')}
            </button>
          )}
        </div>
      </form>
      {revealed && <Shown {...revealed} />}
    </details>
  )
}

const look = 'rounded border border-line-strong bg-surface px-3 py-1.5 hover:bg-sunken'

function Shown({ log, any, actors, places }: Revealed) {
  const t = useTranslations('visibility.reveal')
  const ar = useLocale().startsWith('ar')
  if (!any) return <p className="mt-2">{t('none')}</p>
  const nameIn = (names: NamesByLanguage | undefined) =>
    (ar ? (names?.ar ?? names?.en) : (names?.en ?? names?.ar)) ?? null
  const placeName = (id: number | null) => (id === null ? null : nameIn(places[id]))
  const [incident] = log.incidents
  const where = incident?.where.protection === 'protected' ? incident.where : null
  const ofEpisodes = log.episodes.flatMap((episode) => episode.claims)
  const claims = [...(incident?.claims ?? []), ...ofEpisodes]
  const rows: [term: string, value: (string | null)[]][] = [
    [t('place'), where ? [placeName(where.placeId)] : []],
    [t('point'), where?.point ? [`${where.point.lat}, ${where.point.lon}`] : []],
    [t('phrase'), where ? [where.phrase] : []],
    ...(where?.sites ?? []).map(({ name, placeId, point }): [string, (string | null)[]] => [
      t('site'),
      [nameIn(name), placeName(placeId), point && `${point.lat}, ${point.lon}`],
    ]),
    // What an episode tells can be of the place of another of its incidents.
    ...[...(where ? (incident?.claims ?? []) : []), ...ofEpisodes].map(
      ({ says, quote }): [string, (string | null)[]] => [
        t('told'),
        says.subject === 'where' ? [placeName(says.placeId), says.phrase, quote] : [],
      ],
    ),
    ...log.reports.map(
      ({ protection, outlet, agencies, title, url, archivedUrl }): [string, (string | null)[]] => [
        t('source'),
        protection === 'protected' ? [outlet, ...agencies, title, url, archivedUrl] : [],
      ],
    ),
    ...log.statements.map(
      ({ protection, actorId, speakerName, speakerRole }): [string, (string | null)[]] => [
        t('speaker'),
        protection === 'protected'
          ? [actorId === null ? null : nameIn(actors[actorId]), speakerName, speakerRole]
          : [],
      ],
    ),
    ...claims.map(({ victims }): [string, (string | null)[]] => [t('victims'), victims ?? []]),
  ]
  const told = rows.map(([term, value]) => [term, value.filter(Boolean).join(' · ')] as const)
  return (
    <section aria-label={t('title')} className="mt-3 rounded bg-warn-soft p-3">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {told
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <div key={`${term} ${value}`} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
