/** One thing wrong, worded by the server in the reader's language. */
export interface ToldProblem {
  path: (string | number)[]
  code: string
  message: string
}

/** How a request ended, so that a form can answer each way kindly. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; why: 'unreachable' }
  | { ok: false; why: 'refused'; status: number; title: string; problems: ToldProblem[]; detail: unknown }

/** Told to the window when an answer says that the session is locked: app/_account/unlock-dialog.tsx asks for the password. */
export const LOCKED_EVENT = 'waqai:locked'

/**
 * Asks the server; never throws. A locked session counts as unreachable: nothing is lost, and whatever tries again by
 * itself gets through once the password was given. A 5xx counts as unreachable too: nothing is wrong with what was typed.
 */
export async function ask<T>(path: string, method = 'GET', body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    if (response.status >= 500) return { ok: false, why: 'unreachable' }
    const told = response.status === 204 ? null : await response.json()
    if (response.ok) return { ok: true, value: told as T }
    if (told?.problems?.[0]?.code === 'session-locked') {
      window.dispatchEvent(new Event(LOCKED_EVENT))
      return { ok: false, why: 'unreachable' }
    }
    const { title = '', problems = [], detail = null } = told
    return { ok: false, why: 'refused', status: response.status, title, problems, detail }
  } catch {
    return { ok: false, why: 'unreachable' }
  }
}
