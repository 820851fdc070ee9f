'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { LOCKED_EVENT } from '../_ui/ask'
import { UnlockForm } from './unlock-form'

/** Asks for the password where one is, once a request was answered that the session is locked: nothing typed is lost. */
export function UnlockDialog() {
  const t = useTranslations('account')
  const [locked, setLocked] = useState(false)
  useEffect(() => {
    const lock = () => setLocked(true)
    window.addEventListener(LOCKED_EVENT, lock)
    return () => window.removeEventListener(LOCKED_EVENT, lock)
  }, [])
  return (
    <ModalOverlay
      isOpen={locked}
      className="fixed inset-0 z-50 grid place-items-center bg-black/60 p-4 backdrop-blur-md"
    >
      <Modal className="w-full max-w-md rounded-lg border border-line bg-surface p-6 text-ink shadow-lg">
        <Dialog className="grid gap-4 outline-none">
          <Heading slot="title" className="font-bold text-xl">
            {t('unlock-title')}
          </Heading>
          <p className="text-muted">{t('unlock-intro')}</p>
          <UnlockForm onDone={() => setLocked(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
