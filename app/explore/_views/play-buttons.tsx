'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import type { Buckets } from './paint-over-time'
import { nextStep } from './play-steps'
import { ToolButton } from './tool-button'

/** How long each step is shown. */
const STEP_MS = 700

/**
 * Moves the period on through time, a bucket at a step: by itself until it is stopped or at the end; who wants no motion
 * moves it by hand.
 */
export function PlayButtons({ buckets }: { buckets: Buckets }) {
  const t = useTranslations('explore.play')
  const { explored, pending } = useExplorer()
  const { show } = useExplorerHands()
  const { filter } = explored
  const [playing, setPlaying] = useState(false)
  const next = nextStep(buckets, filter)
  useEffect(() => {
    if (!playing || pending) return
    if (next === null) return setPlaying(false)
    const step = setTimeout(() => show({ filter: { ...filter, ...next } }, true), STEP_MS)
    return () => clearTimeout(step)
  }, [playing, pending, next, filter, show])
  const start = () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      if (next) show({ filter: { ...filter, ...next } })
      return
    }
    // From the beginning where nothing is left to play.
    if (next === null) show({ filter: { ...filter, from: null, to: null } })
    setPlaying(true)
  }
  return playing ? (
    <ToolButton label={t('stop')} sign="❚❚" onPress={() => setPlaying(false)} />
  ) : (
    <ToolButton label={t('start')} sign="▶" onPress={start} />
  )
}
