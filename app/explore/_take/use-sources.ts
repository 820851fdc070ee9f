'use client'

import type { Summary } from '@/lib/analysis/summary'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'

/** The datasets that the numbers shown rest on, with how many incidents each. */
export function useSources(): Summary['attributions'] {
  const { engine, explored } = useExplorer()
  const { attributions } = useExplorerHands()
  if (engine.state !== 'open' || engine.shown === null) return []
  const { datasets } = explored.filter
  return engine.shown.answer.byDataset
    .filter(({ dataset }) => datasets.length === 0 || datasets.includes(dataset))
    .flatMap(({ dataset, incidents }) => {
      const told = attributions[dataset]
      return told ? [{ ...told, incidents }] : []
    })
}
