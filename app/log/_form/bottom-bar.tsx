'use client'

import { useTranslations } from 'next-intl'
import type { Figure } from '@/lib/claim/figure'
import { buttonLook } from './field'
import { FiguresLine } from './figures-line'
import { KeysHelp } from './keys-help'
import { SavingState } from './saving-state'
import type { Recording } from './use-recording'
import type { SavingState as Saving } from './use-saving'

interface BottomBarProps {
  saving: Saving
  recording: Recording['name']
  figures: Figure[]
  /** What belongs in the field that has the focus. */
  help: string
  /** What was just done, to be undone. */
  notice: string
  onUndo: () => void
  keysShown: boolean
  onKeysShown: (shown: boolean) => void
  onSave: () => void
}

/** Always in view: what belongs in the field, the figures so far, how the draft stands, and the way to save. */
export function BottomBar(props: BottomBarProps) {
  const t = useTranslations('log')
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface shadow-lg">
      <div className="mx-auto flex max-w-[100rem] flex-col gap-1 px-3 py-1.5">
        {/* The field itself is described by the same words; here they are for the eye. */}
        <p aria-hidden="true" className="min-h-5 text-muted text-sm max-sm:line-clamp-2">
          {props.help}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <FiguresLine figures={props.figures} />
          <div role="status" className="flex items-baseline gap-2">
            {props.notice && (
              <>
                {props.notice}
                <button type="button" className={buttonLook} onClick={props.onUndo}>
                  {t('undo')}
                </button>
              </>
            )}
            {props.recording === 'unreachable' && <span className="text-danger">{t('unreachable')}</span>}
          </div>
          <div className="ms-auto flex items-center gap-2">
            <SavingState state={props.saving} />
            <KeysHelp isOpen={props.keysShown} onOpenChange={props.onKeysShown} />
            <button
              type="button"
              aria-keyshortcuts="Alt+S Control+Enter"
              disabled={props.recording === 'busy'}
              onClick={props.onSave}
              className="rounded bg-accent px-4 py-1.5 font-medium text-accent-ink disabled:opacity-60"
            >
              {props.recording === 'busy' ? t('recording') : t('save')}
            </button>
          </div>
        </div>
      </div>
    </div>
  )
}
