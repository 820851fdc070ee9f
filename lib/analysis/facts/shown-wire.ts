import type { Shown } from './explorer'
import type { TimeWindow } from './time-window'

/** What the server answers to a question: what facts would show, and the days of all incidents. */
export interface AnsweredQuestion {
  shown: Shown
  extent: TimeWindow | null
}

/** As JSON; columns of numbers become plain lists. */
export const encodeAnswered = (answered: AnsweredQuestion): string =>
  JSON.stringify(answered, (_, value) => (value instanceof Uint32Array ? [...value] : value))

/** What {@link encodeAnswered} wrote. */
export function decodeAnswered(text: string): AnsweredQuestion {
  const { shown, extent } = JSON.parse(text) as AnsweredQuestion
  const { timeline, map } = shown
  return {
    extent,
    shown: {
      ...shown,
      timeline: timeline && {
        ...timeline,
        at: Uint32Array.from(timeline.at),
        across: Uint32Array.from(timeline.across),
      },
      map: map && {
        ...map,
        counts: Uint32Array.from(map.counts),
        disputed: Uint32Array.from(map.disputed),
      },
    },
  }
}
