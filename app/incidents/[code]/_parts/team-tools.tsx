import { pageAsker } from '@/app/_http/page-viewer'
import { WhenAlive } from '@/app/_ui/when-alive'
import { isOfTeam, mayRecord, mayReveal } from '@/lib/access/questions'
import { RedactedCopy } from './redacted-copy'
import { RevealProtected } from './reveal-protected'

/** What the team can do with what is protected: have it shown, and share the rest. */
export async function TeamTools({ code }: { code: string }) {
  const viewer = await pageAsker()
  if (!isOfTeam(viewer)) return null
  return (
    <WhenAlive>
      <div className="grid items-start gap-2 sm:grid-cols-2 print:hidden">
        {mayReveal(viewer) && <RevealProtected code={code} />}
        {mayRecord(viewer) && <RedactedCopy code={code} />}
      </div>
    </WhenAlive>
  )
}
