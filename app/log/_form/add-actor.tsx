'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { type ActorKind, actorKinds } from '@/lib/actor/lists'
import { addActor } from './api'
import { buttonLook, inputLook } from './field'
import { FindBox } from './find-box'
import type { KnownActor } from './form-types'
import { namesFrom, type Picked, useFindActors, useNameOf } from './look-up'

interface AddActorProps {
  text: string
  onAdded: (actor: KnownActor) => void
  onCancel: () => void
}

/** Adds an actor in one step: the name is typed already, its kind is chosen, Enter adds. */
export function AddActor({ text, onAdded, onCancel }: AddActorProps) {
  const t = useTranslations('log.add-actor')
  const lists = useTranslations('list.actor')
  const id = useId()
  const nameOf = useNameOf()
  const find = useFindActors()
  const [names, setNames] = useState(namesFrom(text))
  const [kind, setKind] = useState<ActorKind>('rebel-group')
  const [whole, setWhole] = useState<KnownActor | null>(null)
  const [trouble, setTrouble] = useState('')

  const add = async () => {
    const answer = await addActor({ names, kind, partOf: whole?.id ?? null })
    if (answer.ok) onAdded(answer.value.actor)
    else if (answer.why === 'unreachable') setTrouble(t('unreachable'))
    else setTrouble(answer.problems.map(({ message }) => message).join(' ') || answer.title)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void add()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name its legend as the page's form does
    <div
      role="group"
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      className="grid gap-2 rounded border border-accent bg-sunken p-2 sm:grid-cols-2"
    >
      <label className="text-sm" htmlFor={`${id}-kind`}>
        <span className="text-muted">{t('kind', { name: text })}</span>
        <select
          id={`${id}-kind`}
          // biome-ignore lint/a11y/noAutofocus: the one thing still to be said of what was just typed
          autoFocus
          value={kind}
          onChange={(event) => setKind(event.target.value as ActorKind)}
          className={inputLook}
        >
          {actorKinds.map((value) => (
            <option key={value} value={value}>
              {lists(value)}
            </option>
          ))}
        </select>
      </label>
      <label className="text-sm" htmlFor={`${id}-part`}>
        <span className="text-muted">{t('part-of')}</span>
        <FindBox<Picked<KnownActor>>
          id={`${id}-part`}
          text={whole ? nameOf(whole) : ''}
          find={async (typed) => (await find(typed)).filter(({ value }) => 'known' in value)}
          onPick={(picked) => 'known' in picked && setWhole(picked.known)}
          onClear={() => setWhole(null)}
        />
      </label>
      {(['ar', 'en'] as const).map((language) => (
        <label key={language} className="text-sm" htmlFor={`${id}-${language}`}>
          <span className="text-muted">{t(`name-${language}`)}</span>
          <input
            id={`${id}-${language}`}
            dir="auto"
            lang={language}
            value={names[language] ?? ''}
            onChange={(event) => setNames({ ...names, [language]: event.target.value || null })}
            className={inputLook}
          />
        </label>
      ))}
      <div className="flex items-baseline gap-2 sm:col-span-2">
        <button type="button" className={buttonLook} onClick={() => void add()}>
          {t('add')}
        </button>
        <button type="button" className={buttonLook} onClick={onCancel}>
          {t('cancel')}
        </button>
        <p role="alert" className="text-danger text-sm">
          {trouble}
        </p>
      </div>
    </div>
  )
}
