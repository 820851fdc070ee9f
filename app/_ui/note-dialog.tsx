'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay, Button as Opener } from 'react-aria-components'

interface Props {
  /** On the button that opens it, and above the words asked for. */
  title: string
  /** What the words are for, and who will read them. */
  help: string
  most: number
  look: string
  /** Does what the words are for; gives what is wrong, in words, or null where it is done. */
  onNote: (note: string) => Promise<string | null>
}

/** A button that asks for words before it does anything. */
export function NoteDialog({ title, help, most, look, onNote }: Props) {
  return (
    <DialogTrigger>
      <Opener className={look}>{title}</Opener>
      <ModalOverlay
        isDismissable
        className="fixed inset-0 z-40 grid place-items-center bg-black/50 p-4 print:hidden"
      >
        <Modal className="w-full max-w-lg rounded-lg border border-line bg-surface p-4 text-ink shadow-lg">
          <Dialog className="outline-none">
            {({ close }) => <NoteForm {...{ title, help, most, onNote, close }} />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

function NoteForm({ title, help, most, onNote, close }: Omit<Props, 'look'> & { close: () => void }) {
  const t = useTranslations('review.note')
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = String(new FormData(event.currentTarget).get('note') ?? '').trim()
    if (note === '') return setTrouble(t('needed'))
    setBusy(true)
    const wrong = await onNote(note)
    setBusy(false)
    if (wrong === null) close()
    else setTrouble(wrong)
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid gap-3">
      <Heading slot="title" className="font-bold text-lg">
        {title}
      </Heading>
      <label htmlFor={id} className="text-muted text-sm">
        {help}
      </label>
      <textarea
        id={id}
        name="note"
        dir="auto"
        rows={4}
        maxLength={most}
        aria-invalid={trouble !== '' || undefined}
        aria-describedby={trouble ? `${id}-trouble` : undefined}
        className="w-full rounded border border-line-strong bg-surface px-3 py-2 aria-invalid:border-danger"
      />
      <p id={`${id}-trouble`} role="alert" className="text-danger text-sm empty:hidden">
        {trouble}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <button
          type="button"
          onClick={close}
          className="rounded border border-line-strong px-3 py-1.5 hover:bg-sunken"
        >
          {t('cancel')}
        </button>
        <button
          type="submit"
          disabled={busy}
          className="rounded bg-accent px-3 py-1.5 font-medium text-accent-ink disabled:opacity-60"
        >
          {title}
        </button>
      </div>
    </form>
  )
}
