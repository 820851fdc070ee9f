import { keeper } from '@/lib/access/viewer'
import { findPlaces } from '@/lib/operations/find-names'
import type { Results } from './results'
import { onDatabase, type Stage } from './stage'
import { timeEach } from './timing'

const LOOKED_UP = 100
const WARM_UP = 10

/** How long a name field waits for its list, over the whole gazetteer. */
export async function benchNames(stage: Stage, results: Results): Promise<void> {
  const url = await stage.fresh('bench_names')
  for (const [lang, language] of [
    ['en', 'Latin'],
    ['ar', 'Arabic'],
  ]) {
    const names = (await namesOf(url, lang ?? '')).map((name) => name.trim())
    const time = (asked: string[]) => timeEach(asked, WARM_UP, (name) => findPlaces(keeper, name))
    results.times(`place by its whole name, ${language} script`, await time(names))
    results.times(`place with one letter left out, ${language} script`, await time(names.map(misspelt)))
    results.times(`place by its first three letters, ${language} script`, await time(names.map(begun)))
  }
}

const misspelt = (name: string) => name.slice(0, 2) + name.slice(3)
const begun = (name: string) => name.slice(0, 3)

async function namesOf(url: string, lang: string): Promise<string[]> {
  const rows = await onDatabase<{ name: string }>(
    url,
    `select name from place_name where lang = '${lang}' and length(name) between 5 and 20
     order by md5(name) limit ${LOOKED_UP + WARM_UP}`,
  )
  return rows.map(({ name }) => name)
}
