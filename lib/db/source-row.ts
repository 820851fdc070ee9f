import type { DetailDataset } from '@/lib/analysis/incident-detail'
import type { Prisma } from '@/prisma/generated/client'

export const withSource = {
  dataset: true,
  sourceRow: { include: { import: { select: { fileName: true, columns: true } } } },
} satisfies Prisma.IncidentInclude

type Sourced = Prisma.IncidentGetPayload<{ include: typeof withSource }>

/** The dataset of an imported incident, with its raw row where that may be shown; null for what was logged here. */
export function datasetOf({ dataset, sourceRow }: Sourced, withRow: boolean): DetailDataset | null {
  if (dataset === null) return null
  const { slug, name, version, licence, licenceUrl, attribution, url } = dataset
  return {
    slug,
    name,
    version,
    licence,
    licenceUrl,
    attribution,
    url,
    row: withRow ? rowOf(sourceRow) : null,
  }
}

export function rowOf(row: Sourced['sourceRow']): DetailDataset['row'] {
  if (row === null) return null
  const { line, externalId, values } = row
  return { file: row.import.fileName, line, externalId, columns: row.import.columns, values }
}
