'use client'

import { useLocale, useTranslations } from 'next-intl'
import { whenWords } from '../../_ui/when-words'
import { useClaimWords } from './claim-words'
import type { Difference } from './compare-logs'
import type { FormClaim, FormIncident, FormLog } from './form-types'
import { useIncidentTitle } from './incident-finder'
import { useLog } from './log-context'
import { chosenName, useNameOf } from './look-up'
import { useStatementWords } from './statement-words'

type Side = 'mine' | 'theirs'

/** What either side says of a difference, as the form itself would word it. */
export function useDifferenceWords(
  { id, mine, theirs }: Difference,
  logs: Record<Side, FormLog>,
): Record<Side, string> {
  const own = useSideWords(id, logs.mine)
  const their = useSideWords(id, logs.theirs)
  return { mine: own(mine), theirs: their(theirs) }
}

/** Words for the value at a path of one side's log; parties and sites are those of that side. */
function useSideWords(id: string, log: FormLog): (value: unknown) => string {
  const [list, key] = id.split('/')
  const incident = list === 'incidents' ? log.incidents.find((one) => one.key === key) : undefined
  const claim = useClaimWords(incident)
  const field = useFieldWords(incident)
  const statement = useStatementWords()
  const name = id.split('/').findLast((part) => !/\d$/.test(part)) ?? ''
  return (value) => {
    if (value === null || value === undefined) return ''
    if (name === 'claims') {
      const said = log.statements.find((one) => one.key === (value as FormClaim).statement)
      const { quote } = value as FormClaim
      return [claim(value as FormClaim), quote && `«${quote}»`, said && statement(said)]
        .filter(Boolean)
        .join(' · ')
    }
    if (name === 'statements') return statement(value as FormLog['statements'][number])
    return field(name, value)
  }
}

/** Words for a field of an incident, a report or a statement by its name. */
function useFieldWords(incident: FormIncident | undefined): (name: string, value: unknown) => string {
  const lists = useTranslations('list')
  const kinds = useTranslations('kind.kinds')
  const dates = useTranslations('when')
  const locale = useLocale()
  const { document } = useLog()
  const nameOf = useNameOf()
  const titleOf = useIncidentTitle()
  const actor = (id: number) => nameOf(document.actors[id], `#${id}`)
  const claim = useClaimWords(incident)
  const claimOf = (key: string) => {
    const found = incident?.claims.find((one) => one.key === key)
    return found ? claim(found) : '—'
  }
  const words: Record<string, (value: never) => string> = {
    kind: (kind: Parameters<typeof kinds>[0]) => kinds(kind),
    when: (when: NonNullable<FormIncident['when']>) => whenWords(locale, dates, when),
    means: (means: FormIncident['means']) => means.map((one) => lists(`means.${one}`)).join(' · '),
    status: (status: FormIncident['status']) => lists(`status.${status}`),
    grade: (grade: NonNullable<FormIncident['grade']>) => lists(`grade.${grade}`),
    visibility: (visibility: FormIncident['visibility']) => lists(`visibility.${visibility}`),
    channel: (channel: FormLog['statements'][number]['channel']) => lists(`channel.${channel}`),
    actorId: actor,
    parties: ({ actorId, part }: FormIncident['parties'][number]) =>
      `${actor(actorId)} — ${lists(`part.${part}`)}`,
    links: (links: FormIncident['links']) =>
      links
        .map(({ kind, key, code }) => `${lists(`link.${kind}`)}: ${titleOf(key ?? code ?? '')}`)
        .join(' · '),
    incidents: (members: string[] | FormIncident) =>
      Array.isArray(members) ? members.map(titleOf).join(' + ') : (chosenName(locale, members.title) ?? ''),
    reports: ({ outlet }: FormLog['reports'][number]) => outlet,
    citedBy: (keys: string[]) =>
      keys.map((key) => document.log.reports.find((report) => report.key === key)?.outlet ?? '—').join(' · '),
    where: ({ placeId, phrase, precision, point, sites }: FormIncident['where']) =>
      [
        placeId !== null && nameOf(document.places[placeId], `#${placeId}`),
        phrase,
        lists(`where-precision.${precision}`),
        point && `${point.lat}, ${point.lon}`,
        ...sites.map((site) => chosenName(locale, site.name) ?? lists(`site.${site.kind}`)),
      ]
        .filter(Boolean)
        .join(' · '),
    conflictSets: ({ question, alternatives, decided }: FormIncident['conflictSets'][number]) =>
      [
        question,
        alternatives
          .map(
            ({ key, name, claims }) =>
              `${name || claims.map(claimOf).join(' + ')}${key === decided ? ' ✓' : ''}`,
          )
          .join(' / '),
      ]
        .filter(Boolean)
        .join(': '),
    episodes: ({ incidents, claims }: FormLog['episodes'][number]) =>
      [incidents.map(titleOf).join(' + '), ...claims.map((one) => claim(one))].join(': '),
  }
  return (name, value) => (words[name] ? words[name](value as never) : plainText(value))
}

/** What a value says, its leaves in a row. */
function plainText(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join(' · ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([name]) => name !== 'key')
    .map(([, part]) => plainText(part))
    .filter(Boolean)
    .join(' · ')
}
