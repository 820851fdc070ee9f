'use client'

import { useTranslations } from 'next-intl'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { type Shortcut, shortcuts, shortcutText } from './shortcuts'

interface KeysHelpProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** The legend of the keys, by the button "?" or its own key. */
export function KeysHelp({ isOpen, onOpenChange }: KeysHelpProps) {
  const t = useTranslations('log.keys')
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button
        aria-label={t('label')}
        className="rounded border border-line-strong px-2.5 py-1 font-semibold data-[hovered]:bg-sunken"
      >
        ?
      </Button>
      <Popover
        placement="top end"
        className="max-h-[80dvh] overflow-auto rounded-lg border border-line bg-surface p-4 text-ink shadow-lg"
      >
        <Dialog className="outline-none">
          <Heading slot="title" className="mb-2 font-semibold">
            {t('label')}
          </Heading>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {(Object.keys(shortcuts) as Shortcut[]).map((name) => (
              <div key={name} className="contents">
                <dt>
                  <kbd dir="ltr" className="rounded bg-sunken px-1.5 text-sm">
                    {shortcutText(name)}
                  </kbd>
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 max-w-72 text-muted text-sm">{t('note')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
