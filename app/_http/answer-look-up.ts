import type { Viewer } from '@/lib/access/viewer'
import { answer, json } from './answer'
import { searchOf } from './search-text'
import { viewerOf } from './viewer'

interface LookUp {
  find: (viewer: Viewer, text: string) => Promise<unknown>
  named: (viewer: Viewer, ids: readonly number[]) => Promise<unknown>
}

/** The handler of a look-up: entries by a name or by their ids, under `list` in the answer. */
export const lookUpOf =
  (list: 'actors' | 'places', { find, named }: LookUp) =>
  (request: Request): Promise<Response> =>
    answer(request, async () => {
      const asked = searchOf(request)
      const viewer = await viewerOf(request)
      return json({ [list]: await ('ids' in asked ? named(viewer, asked.ids) : find(viewer, asked.text)) })
    })
