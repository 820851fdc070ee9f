import { fold } from '@/lib/text/fold'

/** What UCDP puts behind a name to say what it is, in folded spelling; gazetteers mostly leave it off. */
const settlements = new Set(
  'village town city suburb neighbourhood neighborhood municipality settlement camp hamlet locality'.split(
    ' ',
  ),
)
const divisions = new Set(
  `governorate province region state oblast raion rayon prefecture department county district territory division
   republic municipality emirate canton commune area special republican autonomous federal city`.split(/\s+/),
)

/**
 * Folded spellings under which a gazetteer may have a settlement: "Tadmur/Palmyra town" gives "tadmur palmyra town",
 * "tadmur", "palmyra". The whole name comes first.
 */
export const settlementNames = (name: string) => variants(name, settlements)

/** The same of a division: "Homs Governorate" gives "homs governorate", "homs". */
export const divisionNames = (name: string) => variants(name, divisions)

/** Whether the name itself says that it is a settlement. */
export function isSettlement(name: string): boolean {
  return settlements.has(fold(name).split(' ').at(-1) ?? '')
}

function variants(name: string, kindWords: Set<string>): string[] {
  const outside = name.replace(/\([^)]*\)/g, ' ')
  const inside = [...name.matchAll(/\(([^)]*)\)/g)].map((match) => match[1] ?? '')
  const spellings = [...outside.split('/'), ...inside].map((part) => withoutKind(fold(part), kindWords))
  return [...new Set([fold(name), ...spellings])].filter((spelling) => spelling !== '')
}

function withoutKind(folded: string, kindWords: Set<string>): string {
  const words = folded.split(' ')
  while (words.length > 1 && kindWords.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}
