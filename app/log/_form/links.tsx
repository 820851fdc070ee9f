'use client'

import { useTranslations } from 'next-intl'
import { linkKinds } from '@/lib/incident/lists'
import { Field, quietLook } from './field'
import { FindBox } from './find-box'
import type { FormLink } from './form-types'
import { type FoundIncident, useFindIncidents, useIncidentTitle } from './incident-finder'
import { useLog } from './log-context'
import { SelectField } from './select-field'

/** Path of the box that adds a link: a shortcut leads to it. */
export const linkBoxPath = 'link'

/** Links to other incidents: those of this log, and those already there, found by code or title. */
export function Links() {
  const t = useTranslations('log.links')
  const lists = useTranslations('list.link')
  const { incident, at, change, tell } = useLog()
  const titleOf = useIncidentTitle()
  const find = useFindIncidents()
  const put = (links: FormLink[]) => change({ links })
  return (
    <div className="flex flex-col gap-2">
      {incident.links.map((link, index) => (
        <div key={`${link.key}-${link.code}`} className="flex flex-wrap items-end gap-2">
          <SelectField
            path={`${at}.links.${index}.kind`}
            label={t('kind')}
            labelHidden
            value={link.kind}
            options={linkKinds.map((value) => ({ value, label: lists(value) }))}
            onChange={(kind) =>
              put(incident.links.map((other, place) => (place === index ? { ...other, kind } : other)))
            }
            className="w-48"
          />
          <p className="min-w-40 flex-1 py-1">
            <bdi>{titleOf(link.key ?? link.code ?? '')}</bdi>
          </p>
          <button
            type="button"
            className={quietLook}
            onClick={() => {
              put(incident.links.filter((other) => other !== link))
              tell(t('removed'))
            }}
          >
            {t('remove')}
          </button>
        </div>
      ))}
      <Field path={linkBoxPath} label={t('add')} help={t('add-help')}>
        {(control) => (
          <FindBox<FoundIncident>
            key={incident.key}
            {...control}
            text=""
            gathers
            find={find}
            onPick={(target) =>
              change(
                (now) => ({
                  links: [...now.links, { kind: likelyLink(now.links.length), note: null, ...target }],
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

const likelyLink = (count: number) => (count === 0 ? 'same-episode' : 'context')
