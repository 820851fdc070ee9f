'use client'

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { useExplorerHands } from '../_engine/explorer-state'

type Props = Omit<ComponentProps<typeof Link>, 'href'> & { code: string }

/** The way to an incident: from a frame of another site's page into a window of its own. */
export function IncidentLink({ code, ...props }: Props) {
  const { isEmbedded } = useExplorerHands()
  const away = isEmbedded ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return <Link {...props} {...away} href={`/incidents/${code}`} prefetch={false} />
}
