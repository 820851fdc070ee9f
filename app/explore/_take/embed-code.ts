import type { Language } from '@/app/_words/preferences'
import type { EmbedTheme } from '@/app/embed/embed-path'
import { type EmbedView, writeEmbed } from '@/app/embed/embed-url'
import type { Explored } from '../explore-url'

interface Frame {
  /** Where Waqai is: "https://waqai.example.org". */
  origin: string
  view: EmbedView
  explored: Explored
  lang: Language
  theme: EmbedTheme
  /** What is in it, for who hears the page. */
  title: string
}

/** Pixels that a view needs where the page around it is about 800 wide. */
const heights: Record<EmbedView, number> = {
  explore: 1100,
  timeline: 480,
  'over-time': 620,
  map: 720,
  totals: 240,
}

/** It runs as itself, as it counts by scripts of its own, and opens windows; it can touch nothing of the page around it. */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox'

/** HTML by which a page of another site shows a view of what is published here. */
export function embedCode({ origin, title, ...embedded }: Frame): string {
  const attributes = {
    src: origin + writeEmbed(embedded),
    title,
    width: '100%',
    height: String(heights[embedded.view]),
    loading: 'lazy',
    sandbox: SANDBOX,
    // Who reads which page of that site is nothing for whoever keeps Waqai.
    referrerpolicy: 'no-referrer',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)
  return `<iframe ${written.join(' ')}></iframe>`
}

const signs: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => signs[sign] ?? sign)
