import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page's script has taken over: before, a field that needs it must not swallow what is typed. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
