/** One article that a GED row rests on; what the row does not tell is null. */
export interface GedSource {
  office: string | null
  date: string | null
  headline: string | null
}

/**
 * The articles of a row. `source_article` holds them as `"office,date,headline"` joined by `;`, and the three columns
 * beside it hold their parts joined likewise. Headlines may hold `;` themselves, old rows hold free text, and the
 * counts need not agree: the quoted list is used where it can be read, else the text stands whole as one headline.
 */
export function gedSources(row: Record<string, string | undefined>): GedSource[] {
  const article = tidy(row.source_article)
  const quoted = quotedEntries(article)
  if (quoted) return quoted.map(readEntry)
  const byColumns = alignedColumns(row)
  if (byColumns) return byColumns
  return article ? [{ office: null, date: null, headline: article }] : []
}

const tidy = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

/** The entries of `"…";"…"`, or null where the text is not built so. A quote inside an entry does not end it. */
function quotedEntries(text: string): string[] | null {
  if (!/^".*"$/.test(text)) return null
  return text
    .slice(1, -1)
    .split(/"\s*;\s*"/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function readEntry(entry: string): GedSource {
  const match = /^(.*?),\s*(\d{4}-\d{2}-\d{2}),\s*(.*)$/.exec(entry)
  if (!match) return { office: null, date: null, headline: entry }
  const [, office, date, headline] = match
  return { office: office?.trim() || null, date: date ?? null, headline: headline?.trim() || null }
}

/** Offices, dates and headlines side by side, only where all three split into the same number. */
function alignedColumns(row: Record<string, string | undefined>): GedSource[] | null {
  const [offices, dates, headlines] = [row.source_office, row.source_date, row.source_headline].map((cell) =>
    tidy(cell).split(';'),
  ) as [string[], string[], string[]]
  const same = offices.length === dates.length && dates.length === headlines.length
  if (!same || !tidy(row.source_headline)) return null
  return headlines.map((headline, i) => ({
    office: offices[i]?.trim() || null,
    date: dates[i]?.trim() || null,
    headline: headline.trim() || null,
  }))
}
