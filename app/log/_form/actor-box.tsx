'use client'

import { useState } from 'react'
import { AddActor } from './add-actor'
import type { ControlProps } from './field'
import { FindBox } from './find-box'
import type { KnownActor } from './form-types'
import { useLog } from './log-context'
import { useFindActors } from './look-up'

interface ActorBoxProps {
  control: ControlProps
  text: string
  onPick: (actor: KnownActor) => void
  onClear?: () => void
  gathers?: boolean
}

/** An actor found by name, or added on the spot; the draft keeps its name either way. */
export function ActorBox({ control, text, onPick, onClear, gathers }: ActorBoxProps) {
  const { dispatch } = useLog()
  const find = useFindActors()
  const [adding, setAdding] = useState<string | null>(null)
  const take = (actor: KnownActor) => {
    setAdding(null)
    dispatch({ do: 'meet', actor })
    onPick(actor)
    if (adding !== null) document.getElementById(control.id)?.focus()
  }
  return (
    <>
      <FindBox
        {...control}
        text={text}
        find={find}
        gathers={gathers}
        onClear={onClear}
        onPick={(picked) => ('known' in picked ? take(picked.known) : setAdding(picked.add))}
      />
      {adding !== null && (
        <AddActor
          key={adding}
          text={adding}
          onAdded={take}
          onCancel={() => {
            setAdding(null)
            document.getElementById(control.id)?.focus()
          }}
        />
      )}
    </>
  )
}
