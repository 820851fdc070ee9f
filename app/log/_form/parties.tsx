'use client'

import { useTranslations } from 'next-intl'
import { type Part, parts } from '@/lib/incident/lists'
import { ActorBox } from './actor-box'
import { Field, quietLook } from './field'
import type { FormIncident } from './form-types'
import { useLog } from './log-context'
import { nextKeys } from './log-state'
import { useNameOf } from './look-up'
import { SelectField } from './select-field'

/** Id of the box that adds a party: a shortcut leads to it. */
export const partyBoxPath = 'party'

/** Who: the actors and their part. The first is taken for the initiator, the second for the target, until changed. */
export function Parties() {
  const t = useTranslations('log.who')
  const lists = useTranslations('list.part')
  const { incident, at, document, dispatch, change, tell } = useLog()
  const nameOf = useNameOf()
  return (
    <div className="flex flex-col gap-2">
      {incident.parties.map((party, index) => (
        <div key={party.key} className="flex flex-wrap items-end gap-2">
          <p className="min-w-40 flex-1 py-1">
            <bdi>{nameOf(document.actors[party.actorId], `#${party.actorId}`)}</bdi>
          </p>
          <SelectField
            path={`${at}.parties.${index}.part`}
            label={t('part', { actor: nameOf(document.actors[party.actorId]) })}
            labelHidden
            value={party.part}
            options={parts.map((part) => ({ value: part, label: lists(part) }))}
            onChange={(part) =>
              change({
                parties: incident.parties.map((other) =>
                  other.key === party.key ? { ...other, part } : other,
                ),
              })
            }
            className="w-60"
          />
          <button
            type="button"
            className={quietLook}
            onClick={() => {
              dispatch({ do: 'remove-party', incident: incident.key, key: party.key })
              tell(t('removed'))
            }}
          >
            {t('remove')}
          </button>
        </div>
      ))}
      <Field path={partyBoxPath} label={t('add')} help={t('add-help')}>
        {(control) => (
          <ActorBox
            key={incident.key}
            control={control}
            text=""
            gathers
            onPick={(actor) =>
              change(
                (now) => ({
                  parties: [
                    ...now.parties,
                    { key: nextKeys.party(now), actorId: actor.id, part: likelyPart(now) },
                  ],
                }),
                true,
              )
            }
          />
        )}
      </Field>
    </div>
  )
}

const talks = new Set(['talks', 'agreement', 'prisoner-exchange'])

function likelyPart({ parties, kind }: FormIncident): Part {
  if (kind && talks.has(kind)) return 'participant'
  return (['initiator', 'target'] as const)[parties.length] ?? 'participant'
}
