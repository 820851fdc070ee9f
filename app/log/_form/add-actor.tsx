'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { type ActorKind, actorKinds } from '@/lib/actor/lists'
import { AddPanel, addWords } from './add-panel'
import { addActor } from './api'
import { inputLook } from './field'
import { FindBox } from './find-box'
import type { KnownActor, Names } from './form-types'
import { type Picked, useFindActors, useNameOf } from './look-up'

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
  const [kind, setKind] = useState<ActorKind>('rebel-group')
  const [whole, setWhole] = useState<KnownActor | null>(null)

  const add = (names: Names) => addActor({ names, kind, partOf: whole?.id ?? null })
  return (
    <AddPanel
      words={addWords(t)}
      text={text}
      add={add}
      onAdded={({ actor }) => onAdded(actor)}
      onCancel={onCancel}
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
    </AddPanel>
  )
}
