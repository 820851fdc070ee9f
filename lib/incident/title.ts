import type { NamesByLanguage } from '@/lib/analysis/summary'
import type { Kind } from './kinds'
import type { Part } from './lists'

export type Language = 'ar' | 'en'

/** A title that somebody wrote, or what to make one of: nobody's words are invented, the interface has its own. */
export type Title =
  | { written: string; language: Language }
  | { written: null; kind: Kind; place: string; parties: { name: string; part: Part }[] }

/** What of an incident its title is made of. */
export interface Titled {
  title: NamesByLanguage
  kind: Kind
  place: { names: NamesByLanguage }
  parties: { names: NamesByLanguage; part: Part }[]
}

/** Title of an incident for readers of `language`: theirs, else the other one, else kind, place and parties. */
export function titleIn(incident: Titled, language: Language): Title {
  const other = language === 'ar' ? 'en' : 'ar'
  for (const one of [language, other] as const) {
    const written = incident.title[one]
    if (written !== null) return { written, language: one }
  }
  const parties = incident.parties.map(({ names, part }) => ({ name: nameIn(names, language), part }))
  return { written: null, kind: incident.kind, place: nameIn(incident.place.names, language), parties }
}

/** The name in `language`, else the one there is. */
function nameIn(names: NamesByLanguage, language: Language): string {
  return (language === 'ar' ? (names.ar ?? names.en) : (names.en ?? names.ar)) ?? ''
}
