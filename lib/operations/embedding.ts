import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { env } from '@/lib/env'
import { whoAsks } from './accounts/who-asks'

/** May pages of other sites show views of what is published? */
export const isEmbeddingOn = (): boolean => env('WAQAI_EMBED_ORIGINS').length > 0

/** Who reads a view in a frame: nobody known, whatever session the browser has. */
export const publicViewer = (): Promise<Viewer> => whoAsks({ cookie: () => undefined })
