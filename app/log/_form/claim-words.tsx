'use client'

import { useLocale, useTranslations } from 'next-intl'
import { whenWords } from '../../_ui/when-words'
import type { FormClaim, FormIncident } from './form-types'
import { isTyped } from './live-figures'
import { useLog } from './log-context'
import { chosenName, useNameOf } from './look-up'

/** What a claim says, in a line: "killed: 4 · Haftar's forces". Of the incident shown, or of `of`. */
export function useClaimWords(of?: FormIncident): (claim: FormClaim) => string {
  const t = useTranslations('log.claims')
  const words = useTranslations('claim')
  const lists = useTranslations('list')
  const kinds = useTranslations('kind.kinds')
  const dates = useTranslations('when')
  const locale = useLocale()
  const party = usePartyName(of)
  const { incident: shown, document } = useLog()
  const incident = of ?? shown
  const nameOf = useNameOf()
  const site = (key: string | null) => chosenName(locale, siteOf(incident, key)?.name)
  const count = (claim: FormClaim): string => {
    const { says } = claim
    if (!('operator' in says)) return ''
    if (!isTyped(claim)) return t('uncounted')
    const { operator, min, point, max, word } = says
    const form = operator === 'between' && point !== null ? 'between-with-point' : operator
    return words(`count.${form}`, { min: min ?? 0, point: point ?? 0, max: max ?? 0, word: word ?? '' })
  }
  const comma = locale.startsWith('ar') ? '،' : ','
  const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  return (claim) => {
    const { says } = claim
    switch (says.subject) {
      case 'casualties':
        return join(
          `${words(`outcome.${says.outcome}`)}: ${count(claim)}`,
          says.unit !== 'persons' && words(`unit.${says.unit}`),
          says.basis !== 'total' && words(`basis.${says.basis}`),
          says.status && words(`status.${says.status}`),
          says.sexAge && words(`sex-age.${says.sexAge}`),
          says.party && party(says.party),
          site(says.site),
        )
      case 'equipment':
        return join(
          `${lists(`equipment.${says.category}`)}${comma} ${lists(`equipment-outcome.${says.outcome}`)}: ${count(claim)}`,
          says.model,
          says.owner && party(says.owner),
          site(says.site),
        )
      case 'when':
        return `${lists('subject.when')}: ${whenWords(locale, dates, says.when)}`
      case 'where': {
        const place = says.placeId === null ? null : nameOf(document.places[says.placeId])
        return join(`${lists('subject.where')}: ${says.phrase ?? place ?? site(says.site) ?? '—'}`)
      }
      case 'part':
        return `${party(says.party)}: ${lists(`part.${says.part}`)}`
      case 'responsibility':
        return `${party(says.party)}: ${lists(`stance.${says.stance}`)}`
      case 'kind':
        return `${lists('subject.kind')}: ${kinds(says.kind)}`
      case 'motive':
        return `${lists('subject.motive')}: ${says.text ?? claim.quote ?? ''}`
    }
  }
}

/** A party of the incident shown, or of `of`, by its key. */
export function usePartyName(of?: FormIncident): (key: string) => string {
  const { incident: shown, document } = useLog()
  const incident = of ?? shown
  const nameOf = useNameOf()
  return (key) => {
    const party = incident.parties.find((one) => one.key === key)
    return party ? nameOf(document.actors[party.actorId], `#${party.actorId}`) : '—'
  }
}

const siteOf = ({ where }: FormIncident, key: string | null) => where.sites.find((site) => site.key === key)
