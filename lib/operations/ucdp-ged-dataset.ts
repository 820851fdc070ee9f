import type { DatasetDescription } from '@/lib/db/import-run'

/**
 * UCDP GED as its publisher describes it; what is shown wherever its rows are. It counts deaths only, so that wounded
 * show as "not collected".
 */
export const ucdpGed: DatasetDescription = {
  slug: 'ucdp-ged',
  name: 'UCDP Georeferenced Event Dataset',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'Uppsala Conflict Data Program (UCDP), Uppsala University: Georeferenced Event Dataset (GED)',
  url: 'https://ucdp.uu.se/',
  collects: ['killed'],
}
