'use client'

import { useTranslations } from 'next-intl'
import type { PlacedClaim } from './episodes'
import { Field, fieldId } from './field'
import { FindBox } from './find-box'
import type { FormEpisode } from './form-types'
import { type FoundIncident, useFindIncidents, useIncidentTitle } from './incident-finder'
import { useLog } from './log-context'
import { nextKeys } from './log-state'
import { SelectField } from './select-field'

/** Whether the claim counts this incident or several together; then, which. */
export function ClaimScope({ of, claim, path }: PlacedClaim) {
  const t = useTranslations('log.scope')
  const { document, incident, dispatch, focus, tell } = useLog()
  const titleOf = useIncidentTitle()
  const { episodes, incidents } = document.log
  const owner = 'episode' in of ? episodes.find(({ key }) => key === of.episode) : undefined
  const shown = episodes.filter((episode) => episode.incidents.includes(incident.key))
  const alone = owner !== undefined && owner.claims.length === 1
  const choices = [
    { value: 'incident', label: t('incident') },
    ...shown.map((episode) => ({
      value: episode.key,
      label: t('episode', { incidents: episode.incidents.map(titleOf).join(' + ') }),
    })),
    ...(alone ? [] : [{ value: 'new', label: shown.length > 0 ? t('others') : t('several') }]),
  ]
  const choose = (choice: string) => {
    const to =
      choice === 'incident'
        ? { incident: incident.key }
        : { episode: choice === 'new' ? nextKeys.episode(document) : choice }
    dispatch({ do: 'move-claim', of, key: claim.key, to })
    tell(choice === 'incident' ? t('moved-back') : t('moved'))
    focus(fieldId(scopePath(movedPath(choice))))
  }
  /** Where the claim stands once it has moved: the focus stays on this choice. */
  const movedPath = (choice: string): string => {
    if (choice === 'incident')
      return `incidents.${incidents.indexOf(incident)}.claims.${incident.claims.length}`
    const remaining = alone ? episodes.filter((episode) => episode !== owner) : episodes
    const e = remaining.findIndex(({ key }) => key === choice)
    return e < 0
      ? `episodes.${remaining.length}.claims.0`
      : `episodes.${e}.claims.${remaining[e]?.claims.length ?? 0}`
  }
  return (
    <>
      <SelectField
        path={scopePath(path)}
        label={t('label')}
        help={t('help')}
        value={owner?.key ?? 'incident'}
        options={choices}
        onChange={choose}
      />
      {owner && <Members episode={owner} index={episodes.indexOf(owner)} />}
    </>
  )
}

const scopePath = (path: string) => `${path}.scope`

/** Which incidents the claim speaks of together: those of this log to tick, those already there to find. */
function Members({ episode, index }: { episode: FormEpisode; index: number }) {
  const t = useTranslations('log.scope')
  const { document, incident, dispatch } = useLog()
  const titleOf = useIncidentTitle()
  const find = useFindIncidents()
  const path = `episodes.${index}.incidents`
  const own = document.log.incidents.map(({ key }) => key)
  const there = episode.incidents.filter((member) => !own.includes(member))
  const join = (member: string, joins: boolean) =>
    dispatch({ do: 'join-incident', episode: episode.key, incident: member, joins })
  return (
    <div className="flex flex-col gap-2 rounded border border-line bg-sunken p-2 sm:col-span-3">
      <Field path={path} label={t('members')} help={t('members-help')} deep>
        {({ id, ...described }) => (
          // biome-ignore lint/a11y/useSemanticElements: its label is the field's, not a legend
          <div
            id={id}
            role="group"
            aria-label={t('members')}
            tabIndex={-1}
            {...described}
            className="flex flex-col gap-1"
          >
            {[...own, ...there].map((member) => (
              <label key={member} className="flex items-baseline gap-1.5">
                <input
                  type="checkbox"
                  checked={episode.incidents.includes(member)}
                  disabled={member === incident.key}
                  onChange={(event) => join(member, event.target.checked)}
                />
                <bdi>{titleOf(member)}</bdi>
                {member === incident.key && <span className="text-muted text-sm">{t('this')}</span>}
              </label>
            ))}
          </div>
        )}
      </Field>
      <Field path={`${path}.add`} label={t('add')} help={t('add-help')}>
        {(control) => (
          <FindBox<FoundIncident>
            {...control}
            text=""
            gathers
            find={find}
            onPick={({ key, code }) => join(key ?? code, true)}
          />
        )}
      </Field>
      {episode.claims.length > 1 && (
        <p className="text-muted text-sm">{t('shared', { count: episode.claims.length - 1 })}</p>
      )}
    </div>
  )
}
