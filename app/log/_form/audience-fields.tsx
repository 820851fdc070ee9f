'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { visibilities } from '@/lib/incident/lists'
import { ask } from '../../_ui/ask'
import { Field, inputLook } from './field'
import type { FormAudience } from './form-types'
import { SelectField } from './select-field'

interface AudienceFieldsProps {
  /** Path of what it is the audience of. */
  path: string
  audience: FormAudience
  onChange: (audience: Partial<FormAudience>) => void
  /** Of the incident itself, not of what hangs on it. */
  ofIncident?: boolean
}

/** Who may read something: a choice that is one line until people are to be named. */
export function AudienceFields({ path, audience, onChange, ofIncident = false }: AudienceFieldsProps) {
  const t = useTranslations('visibility')
  const visibility = audience.visibility ?? 'everyone'
  const { named } = audience
  const words = (value: (typeof visibilities)[number]) =>
    t(value === 'everyone' && ofIncident ? 'everyone-incident' : value)
  return (
    <fieldset className="grid gap-x-3 gap-y-1 sm:col-span-3 sm:grid-cols-3">
      <legend className="sr-only">{t('label')}</legend>
      <SelectField
        path={`${path}.visibility`}
        label={t('label')}
        help={t('help')}
        value={visibility}
        options={visibilities.map((value) => ({ value, label: words(value) }))}
        onChange={(chosen) => onChange({ visibility: chosen, named, embargo: audience.embargo ?? null })}
      />
      <details
        className="sm:col-span-2"
        open={visibility === 'named' || named.length > 0 || Boolean(audience.embargo)}
      >
        <summary className="text-muted text-sm">{t('more')}</summary>
        <div className="mt-1 grid gap-x-3 gap-y-1 sm:grid-cols-2">
          <People path={path} named={named} onChange={(chosen) => onChange({ visibility, named: chosen })} />
          <Field path={`${path}.embargo`} label={t('embargo')} help={t('embargo-help')}>
            {(control) => (
              <input
                {...control}
                type="date"
                min="2000-01-01"
                max="2999-12-31"
                value={audience.embargo ?? ''}
                onChange={(event) => onChange({ visibility, embargo: event.target.value || null })}
                className={inputLook}
              />
            )}
          </Field>
        </div>
      </details>
    </fieldset>
  )
}

interface PeopleProps {
  path: string
  named: string[]
  onChange: (named: string[]) => void
}

function People({ path, named, onChange }: PeopleProps) {
  const t = useTranslations('visibility')
  const members = useMemberNames()
  return (
    <Field path={`${path}.named`} label={t('named-people')} deep>
      {({ id, ...described }) => (
        <div id={id} tabIndex={-1} {...described} className="flex flex-wrap gap-x-3">
          {members === 'unreachable' && <p className="text-muted text-sm">{t('names-missing')}</p>}
          {Array.isArray(members) && members.length === 0 && (
            <p className="text-muted text-sm">{t('nobody')}</p>
          )}
          {Array.isArray(members) &&
            members.map((member) => (
              <label key={member.id} className="flex items-baseline gap-1">
                <input
                  type="checkbox"
                  checked={named.includes(member.id)}
                  onChange={(event) =>
                    onChange(
                      event.target.checked
                        ? [...named, member.id]
                        : named.filter((other) => other !== member.id),
                    )
                  }
                />
                <bdi>{member.name}</bdi>
              </label>
            ))}
        </div>
      )}
    </Field>
  )
}

interface MemberName {
  id: string
  name: string
}

// Asked for once a page, however many controls show them.
let asked: Promise<MemberName[] | 'unreachable'> | null = null

function useMemberNames(): MemberName[] | 'unreachable' | null {
  const [members, setMembers] = useState<MemberName[] | 'unreachable' | null>(null)
  useEffect(() => {
    let alive = true
    asked ??= ask<{ members: MemberName[] }>('/api/members/names').then((answer) =>
      answer.ok ? answer.value.members : 'unreachable',
    )
    void asked.then((found) => {
      if (found === 'unreachable') asked = null
      if (alive) setMembers(found)
    })
    return () => {
      alive = false
    }
  }, [])
  return members
}
