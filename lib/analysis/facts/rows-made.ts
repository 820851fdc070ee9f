import type { FactRows, FigureColumns } from './facts'
import type { Column } from './filled'

/** Makes a column from those of the same name, which `column` finds in rows. */
export type Take = <T extends Column>(column: (rows: FactRows) => T) => T

type ListsOf = (rows: FactRows) => { offset: Uint32Array }

/** Rows whose columns are all made alike: those of the incidents by `take`, those of their lists by what `lists` gives for each. */
export function rowsMade(take: Take, lists: (of: ListsOf) => { offset: Uint32Array; take: Take }): FactRows {
  const [parties, attacks] = [lists((rows) => rows.parties), lists((rows) => rows.attacks)]
  const [sites, tellings] = [lists((rows) => rows.sites), lists((rows) => rows.tellings)]
  return {
    id: take((rows) => rows.id),
    start: take((rows) => rows.start),
    end: take((rows) => rows.end),
    lat: take((rows) => rows.lat),
    lon: take((rows) => rows.lon),
    precision: take((rows) => rows.precision),
    kind: take((rows) => rows.kind),
    place: take((rows) => rows.place),
    dataset: take((rows) => rows.dataset),
    status: take((rows) => rows.status),
    grade: take((rows) => rows.grade),
    flags: take((rows) => rows.flags),
    killed: figures((rows) => rows.killed, take),
    wounded: figures((rows) => rows.wounded, take),
    parties: {
      offset: parties.offset,
      actor: parties.take((rows) => rows.parties.actor),
      part: parties.take((rows) => rows.parties.part),
      killed: figures((rows) => rows.parties.killed, parties.take),
      wounded: figures((rows) => rows.parties.wounded, parties.take),
    },
    attacks: { offset: attacks.offset, mean: attacks.take((rows) => rows.attacks.mean) },
    sites: { offset: sites.offset, place: sites.take((rows) => rows.sites.place) },
    tellings: { offset: tellings.offset, report: tellings.take((rows) => rows.tellings.report) },
  }
}

function figures(of: (rows: FactRows) => FigureColumns, take: Take): FigureColumns {
  return {
    low: take((rows) => of(rows).low),
    best: take((rows) => of(rows).best),
    high: take((rows) => of(rows).high),
    flags: take((rows) => of(rows).flags),
  }
}
