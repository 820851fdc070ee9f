'use client'

import { useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { EmbedView } from '@/app/embed/embed-url'
import { popoverClass } from '@/app/timeline/_filter/field-class'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import type { Picture } from '../_views/use-canvas'
import { csvHref, type Numbers } from './csv-href'
import { EmbedItem } from './embed-item'
import { saveAs } from './save-as'
import { useCitation } from './use-citation'

/** Flat, so that a menu is drawn anew only where one of these is another. */
interface Props extends Partial<Numbers> {
  /** Title of the view, for who hears the page and in what is taken. */
  title: string
  /** Name of the files, without what comes behind the dot. */
  name: string
  picture?: Picture | undefined
  /** The view that another site shows to show this; left out where there is none of it. */
  embed?: EmbedView
}

/** What can be taken along of a view: its picture, its numbers, the address of all that is shown. */
export const TakeMenu = memo(function TakeMenu(props: Props) {
  const { title } = props
  const { isEmbedded } = useExplorerHands()
  const t = useTranslations('explore.take')
  // In a frame of another site's page there is no room for it: the whole explorer is a link away.
  if (isEmbedded) return null
  return (
    <DialogTrigger>
      <Button
        aria-label={t('of', { title })}
        className="rounded border border-line-strong bg-surface px-2 py-1 text-sm hover:bg-sunken"
      >
        {t('label')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover placement="bottom end" className={popoverClass}>
        <Dialog aria-label={t('of', { title })} className="flex flex-col items-start gap-1 outline-none">
          <Items {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
})

/** Mounted while the menu is open: what a citation says is another at each step. */
function Items({ title, name, picture, chart, leavesOut, unit, embed }: Props) {
  const t = useTranslations('explore.take')
  const [copied, setCopied] = useState<boolean | null>(null)
  const png = () => picture?.toPng().then((file) => file && saveAs(`${name}.png`, file))
  const svg = () => {
    const text = picture?.toSvg(title)
    if (text) saveAs(`${name}.svg`, new Blob([text], { type: 'image/svg+xml' }))
  }
  const { explored } = useExplorer()
  const citation = useCitation()
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      {picture && <Item label={t('png')} act={png} />}
      {picture && <Item label={t('svg')} act={svg} />}
      {chart && leavesOut && (
        <a href={csvHref({ chart, leavesOut, unit }, explored.filter)} download className={itemClass}>
          {t('csv')}
        </a>
      )}
      <Item label={t('link')} act={() => copy(window.location.href)} />
      <Item label={t('citation')} act={() => copy(citation())} />
      {embed && <EmbedItem view={embed} copy={copy} />}
      <span role="status" className="px-2 text-sm">
        {copied === null ? '' : t(copied ? 'copied' : 'not-copied')}
      </span>
    </>
  )
}

const itemClass = 'w-full rounded px-2 py-1 text-start hover:bg-sunken'

function Item({ label, act }: { label: string; act: () => void }) {
  return (
    <button type="button" onClick={act} className={itemClass}>
      {label}
    </button>
  )
}
