import { accountOf, type Viewer } from '@/lib/access/viewer'
import { database } from '@/lib/db/client'
import { toCivil } from '@/lib/db/log/dates'
import { visibleIncidentWhere, visibleWhere } from '@/lib/db/visible-to'

const MOST = 10

/** Nobody's where the viewer has no account. */
const ofMine = (viewer: Viewer) => ({ createdBy: accountOf(viewer) ?? '' })

/** Reports whose title, outlet or address holds `text`, the newest first, with the incidents that they tell of. */
export async function findReports(viewer: Viewer, text: string) {
  const holds = { contains: text, mode: 'insensitive' } as const
  const present = { deletedAt: null, ...visibleIncidentWhere(viewer) }
  const rows = await database().report.findMany({
    where: {
      AND: [
        visibleWhere(viewer),
        // It is for whoever reads what it tells of: one of a hidden incident is as hidden, of a deleted one as gone.
        { OR: [{ incidents: { some: { incident: present } } }, ofMine(viewer)] },
        { OR: [{ title: holds }, { outlet: holds }, { url: holds }] },
      ],
      dataset: null,
    },
    orderBy: { id: 'desc' },
    take: MOST,
    select: {
      id: true,
      outlet: true,
      title: true,
      url: true,
      publishedOn: true,
      incidents: {
        where: { incident: present },
        select: { incident: { select: { code: true } } },
        take: 20,
      },
    },
  })
  return rows.map(({ incidents, publishedOn, ...report }) => ({
    ...report,
    publishedOn: toCivil(publishedOn),
    incidents: incidents.map(({ incident }) => incident.code),
  }))
}
