import type { Problem } from '@/lib/problem'
import { type Language, languages } from '../_words/preferences'
import { type Explored, readExplored, writeExplored } from '../explore/explore-url'
import { type EmbedTheme, embedThemes } from './embed-path'

/** What a page of another site may show: several views together, or one by itself. */
export const embedViews = ['explore', 'timeline', 'over-time', 'map', 'totals'] as const
export type EmbedView = (typeof embedViews)[number]

/** A view as its address says it; without a language that of the reader's browser. */
interface Embedded {
  view: EmbedView
  explored: Explored
  lang: Language | null
  theme: EmbedTheme
}

type ReadEmbed = { ok: true; embedded: Embedded } | { ok: false; problems: Problem[] }

/** What an address under /embed asks for, or everything that is wrong with it, each problem by its parameter. */
export function readEmbed(name: string, parameters: URLSearchParams): ReadEmbed {
  const others = new URLSearchParams(parameters)
  const taken = (parameter: string) => {
    others.delete(parameter)
    return parameters.get(parameter) || null
  }
  const view = embedViews.find((one) => one === name)
  const lang = oneOf(languages, taken('lang'))
  const theme = oneOf(embedThemes, taken('theme'))
  const read = readExplored(others)
  const problems = [
    ...(view === undefined ? [{ path: ['view'], code: 'embed-view' }] : []),
    ...(lang === undefined ? [{ path: ['lang'], code: 'embed-lang' }] : []),
    ...(theme === undefined ? [{ path: ['theme'], code: 'embed-theme' }] : []),
    ...(read.ok ? [] : read.problems),
  ]
  if (view === undefined || lang === undefined || theme === undefined || !read.ok)
    return { ok: false, problems }
  const explored = { ...read.explored, map: view === 'map' || (view === 'explore' && read.explored.map) }
  return { ok: true, embedded: { view, explored, lang, theme: theme ?? 'auto' } }
}

/** The address of a view on this site, without what that view does not show. */
export function writeEmbed({ view, explored, lang, theme }: Embedded): string {
  const isWhole = view === 'explore'
  const own = { ...explored, against: isWhole ? explored.against : null, map: isWhole && explored.map }
  const parts = [
    writeExplored(own),
    ...(lang ? [`lang=${lang}`] : []),
    ...(theme === 'auto' ? [] : [`theme=${theme}`]),
  ]
  const query = parts.filter((part) => part !== '').join('&')
  return `/embed/${view}${query ? `?${query}` : ''}`
}

/** The one asked for; null where none was, undefined where there is no such one. */
const oneOf = <T extends string>(list: readonly T[], asked: string | null): T | null | undefined =>
  asked === null ? null : list.find((one) => one === asked)
