'use client'

import { useTranslations } from 'next-intl'
import { AttachBox } from './attach-box'
import { Claims } from './claims'
import { ConflictSets } from './conflict-sets'
import { DuplicatesPanel } from './duplicates-panel'
import { FiguresPanel } from './figures-panel'
import { Links } from './links'
import type { LiveEpisode, LiveFigures } from './live-figures'
import { useLog } from './log-context'
import { Parties } from './parties'
import { Section } from './section'
import { StandingFields } from './standing-fields'
import { useDuplicates } from './use-duplicates'
import { WhatFields } from './what-fields'
import { WhenField } from './when-field'
import { WhereFields } from './where-fields'

interface IncidentFormProps {
  live: LiveFigures
  together: LiveEpisode[]
  ticked: readonly string[]
  onTick: (key: string, ticked: boolean) => void
  onAddClaim: (statement?: string) => void
  onAddStatement: () => void
  onOpenConflict: () => void
  onAttach: (code: string) => void
}

/** The incident shown, from what happened to what follows from the claims. */
export function IncidentForm(props: IncidentFormProps) {
  const t = useTranslations('log.sections')
  const { incident } = useLog()
  const duplicates = useDuplicates(incident)
  return (
    <div className="flex flex-col gap-3">
      {incident.code && (
        <p className="rounded bg-accent-soft px-3 py-1.5">
          {t('editing')} <code dir="ltr">{incident.code}</code>
        </p>
      )}
      <Section id="what-heading" title={t('what')}>
        <WhatFields />
      </Section>
      <Section id="when-heading" title={t('when')}>
        <WhenField />
      </Section>
      <Section id="where-heading" title={t('where')}>
        <WhereFields />
      </Section>
      <Section id="who-heading" title={t('who')}>
        <Parties />
      </Section>
      <DuplicatesPanel matches={duplicates} onAttach={props.onAttach} />
      <Section id="claims-heading" title={t('claims')}>
        <Claims
          ticked={props.ticked}
          onTick={props.onTick}
          onAddClaim={props.onAddClaim}
          onAddStatement={props.onAddStatement}
        />
        <ConflictSets ticked={props.ticked} onOpenSet={props.onOpenConflict} />
      </Section>
      <Section id="figures-heading" title={t('figures')}>
        <FiguresPanel {...props.live} together={props.together} />
      </Section>
      <Section id="links-heading" title={t('links')}>
        <Links />
      </Section>
      <details className="rounded-lg border border-line bg-surface p-3">
        <summary className="font-semibold">{t('more')}</summary>
        <div className="mt-2 flex flex-col gap-3">
          <StandingFields />
          {!incident.code && <AttachBox onAttach={props.onAttach} />}
        </div>
      </details>
    </div>
  )
}
