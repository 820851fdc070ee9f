/** Somebody who can be spoken to by name. */
export interface Named {
  id: string
  name: string
}

/** Those whom the text names after an "@", each once: of names that begin alike the longest that fits. */
export function mentionedIn<T extends Named>(text: string, people: readonly T[]): T[] {
  const said = text.normalize('NFC').toLowerCase()
  const found = new Set<T>()
  for (let at = said.indexOf('@'); at >= 0; at = said.indexOf('@', at + 1)) {
    const rest = said.slice(at + 1)
    const fitting = people.filter(({ name }) => beginsWith(rest, name.normalize('NFC').toLowerCase()))
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length))
    for (const person of fitting) if (person.name.length === longest) found.add(person)
  }
  return [...found]
}

/** Whether the name stands at the beginning and ends there, as a word does. */
const beginsWith = (text: string, name: string): boolean =>
  name !== '' && text.startsWith(name) && !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(name.length))
