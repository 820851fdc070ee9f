import { getTranslations } from 'next-intl/server'
import { forPage } from '@/app/_http/page-failure'
import { pageViewer } from '@/app/_http/page-viewer'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import { listEvidence } from '@/lib/operations/read-evidence'
import { Section } from '../_parts/section'
import { EvidencePanel } from './evidence-panel'

/** Pictures and documents that bear the incident out. Nothing, for whoever neither sees nor adds any. */
export async function EvidenceSection({ incident: { code, reports } }: { incident: IncidentDetail }) {
  const viewer = await pageViewer(`/incidents/${encodeURIComponent(code)}`)
  const list = await forPage(listEvidence(viewer, code))
  if (list.evidence.length === 0 && !list.mayAdd) return null
  const t = await getTranslations('evidence')
  return (
    <Section id="evidence" title={t('title')}>
      <EvidencePanel code={code} given={list} reports={reports.map(({ key, outlet }) => ({ key, outlet }))} />
    </Section>
  )
}
