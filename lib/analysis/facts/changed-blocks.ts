import { type Block, type FactBlocks, inBlocks, noRows, whole } from './blocks'
import type { FactChanges } from './changes-wire'
import type { Facts } from './facts'
import type { Column } from './filled'
import { joined } from './joined-rows'
import { numbersIn } from './numbers-in'
import { renumbered } from './renumbered'
import { inOneOrder, settled, touchedBy, withChanges, wordsWithChanges } from './with-changes'
import { type Named, naming, wordsUsed } from './words-used'

/** Settled facts as they are after the changes, settled again; only the blocks that these touch are made anew. */
export function changedBlocks(before: FactBlocks, changes: FactChanges): FactBlocks {
  // Of datasets there are few, and rows name them by where they stand in the list: one that comes or goes changes all rows.
  const anew = () => inBlocks(settled(withChanges(whole(before), changes)))
  const facts = withDatasets(changes.facts, before.words.datasets)
  if (facts === null) return anew()
  const blocks = replaced(before.blocks, inBlocks(facts).blocks, touchedBy(changes))
  const named = namedAfter(before, blocks)
  const words = wordsUsed(wordsWithChanges(before.words, changes), named)
  if (words.datasets.length < before.words.datasets.length) return anew()
  return { words: { ...words, ...inOneOrder(words) }, blocks, named }
}

/** The facts with this list of datasets; null where it lacks one of theirs. */
const withDatasets = (facts: Facts, datasets: readonly string[]): Facts | null =>
  facts.datasets.every((slug) => datasets.includes(slug))
    ? { ...renumbered(facts, { ...facts, datasets }), datasets }
    : null

function replaced(before: readonly Block[], more: readonly Block[], touched: ReadonlySet<number>): Block[] {
  const [old, fresh] = [byPeriod(before), byPeriod(more)]
  const periods = [...new Set([...old.keys(), ...fresh.keys()])].sort((a, b) => a - b)
  return periods.flatMap((period) => {
    const [block, added] = [old.get(period), fresh.get(period)]
    if (block && !added && !holdsAny(block, touched)) return [block]
    const rows = joined(block?.rows ?? noRows, added?.rows ?? noRows, touched)
    return rows.id.length > 0 ? [{ period, rows }] : []
  })
}

const byPeriod = (blocks: readonly Block[]) => new Map(blocks.map((block) => [block.period, block]))

/** So few are looked for one by one. */
const FEW = 4

function holdsAny({ rows }: Block, ids: ReadonlySet<number>): boolean {
  if (ids.size < FEW) return [...ids].some((id) => rows.id.includes(id))
  for (let row = 0; row < rows.id.length; row++) if (ids.has(rows.id[row] as number)) return true
  return false
}

function namedAfter(before: FactBlocks, blocks: readonly Block[]): Named {
  const [old, now] = [new Set(before.blocks), new Set(blocks)]
  const left = before.blocks.filter((block) => !now.has(block))
  const come = blocks.filter((block) => !old.has(block))
  const after = (list: keyof Named) => {
    const columns = (of: readonly Block[]) => of.flatMap(({ rows }) => naming[list](rows))
    const fresh = numbersIn(columns(come))
    const lost = new Set([...numbersIn(columns(left))].filter((number) => !fresh.has(number)))
    takeOut(lost, columns(blocks))
    return new Set([...before.named[list], ...fresh].filter((number) => !lost.has(number)))
  }
  return {
    ...{ places: after('places'), actors: after('actors') },
    ...{ reports: after('reports'), datasets: after('datasets') },
  }
}

/** What any of the columns names is not lost: mostly that shows soon. */
function takeOut(lost: Set<number>, columns: readonly Column[]): void {
  for (const column of columns)
    for (let i = 0; i < column.length && lost.size > 0; i++) lost.delete(column[i] as number)
}
