/*
 * Keys by their place on the board (`KeyboardEvent.code`), since the letters change with the layout. All with Alt and
 * nothing else: AltGr (Ctrl+Alt) writes letters, Ctrl belongs to the browser. D, E, F and B are browsers' own.
 */
export const shortcuts = {
  claim: 'KeyQ',
  statement: 'KeyW',
  report: 'KeyR',
  incident: 'KeyI',
  next: 'KeyJ',
  previous: 'KeyK',
  what: 'KeyG',
  party: 'KeyP',
  site: 'KeyA',
  conflict: 'KeyX',
  link: 'KeyL',
  undo: 'KeyZ',
  help: 'Slash',
  save: 'KeyS',
} as const

export type Shortcut = keyof typeof shortcuts

const byCode = new Map<string, Shortcut>(
  Object.entries(shortcuts).map(([name, code]) => [code, name as Shortcut]),
)

type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** The shortcut that was pressed, if one was. */
export function shortcutOf({ code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Shortcut | null {
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && code === 'Enter') return 'save'
  if (!altKey || ctrlKey || metaKey || shiftKey) return null
  return byCode.get(code) ?? null
}

/** How a shortcut is written: "Alt+Q". */
export const shortcutText = (name: Shortcut): string =>
  `Alt+${shortcuts[name].replace('Key', '').replace('Slash', '/')}`
