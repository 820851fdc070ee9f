'use client'

import { useTranslations } from 'next-intl'
import { ClaimEditor } from './claim-editor'
import { useClaimWords } from './claim-words'
import { claimsAbout, type PlacedClaim } from './episodes'
import { buttonLook, quietLook } from './field'
import type { FormStatement } from './form-types'
import { useLog } from './log-context'
import { StatementEditor } from './statement-editor'
import { useStatementWords } from './statement-words'

interface ClaimsProps {
  /** Keys of the claims that are ticked, to set them against one another. */
  ticked: readonly string[]
  onTick: (key: string, ticked: boolean) => void
  onAddClaim: (statement?: string) => void
  onAddStatement: () => void
}

/** Everything that was said of this incident, statement by statement. */
export function Claims({ ticked, onTick, onAddClaim, onAddStatement }: ClaimsProps) {
  const t = useTranslations('log.claims')
  const { document, incident } = useLog()
  const claims = claimsAbout(document, incident)
  return (
    <div className="flex flex-col gap-3">
      {document.log.statements.map((statement) => (
        <StatementBlock
          key={statement.key}
          statement={statement}
          claims={claims.filter(({ claim }) => claim.statement === statement.key)}
          ticked={ticked}
          onTick={onTick}
          onAddClaim={() => onAddClaim(statement.key)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <button type="button" className={buttonLook} aria-keyshortcuts="Alt+Q" onClick={() => onAddClaim()}>
          {t('add')}
        </button>
        <button type="button" className={buttonLook} aria-keyshortcuts="Alt+W" onClick={onAddStatement}>
          {t('add-statement')}
        </button>
      </div>
    </div>
  )
}

interface StatementBlockProps {
  statement: FormStatement
  claims: PlacedClaim[]
  ticked: readonly string[]
  onTick: (key: string, ticked: boolean) => void
  onAddClaim: () => void
}

function StatementBlock({ statement, claims, ticked, onTick, onAddClaim }: StatementBlockProps) {
  const t = useTranslations('log.claims')
  const { document, dispatch, open, setOpen, tell } = useLog()
  const words = useStatementWords()
  const isOpen = open.statement === statement.key
  return (
    <section aria-label={words(statement)} className="rounded border border-line">
      <div className="flex flex-wrap items-baseline gap-2 rounded-t bg-sunken px-2 py-1">
        <h4 className="min-w-40 flex-1 font-medium">
          <bdi>{words(statement)}</bdi>
        </h4>
        <button
          type="button"
          className={quietLook}
          aria-expanded={isOpen}
          onClick={() => setOpen({ statement: isOpen ? null : statement.key })}
        >
          {isOpen ? t('close-statement') : t('edit-statement')}
        </button>
        <button type="button" className={quietLook} onClick={onAddClaim}>
          {t('add-here')}
        </button>
        {document.log.statements.length > 1 && (
          <button
            type="button"
            className={quietLook}
            onClick={() => {
              dispatch({ do: 'remove-statement', key: statement.key })
              tell(t('statement-removed'))
            }}
          >
            {t('remove-statement')}
          </button>
        )}
      </div>
      {isOpen && <StatementEditor statement={statement} />}
      <ul className="divide-y divide-line">
        {claims.map((placed) => (
          <ClaimRow
            key={placed.claim.key}
            placed={placed}
            ticked={ticked.includes(placed.claim.key)}
            onTick={(is) => onTick(placed.claim.key, is)}
          />
        ))}
      </ul>
    </section>
  )
}

interface ClaimRowProps {
  placed: PlacedClaim
  ticked: boolean
  onTick: (ticked: boolean) => void
}

function ClaimRow({ placed, ticked, onTick }: ClaimRowProps) {
  const { claim, of } = placed
  const t = useTranslations('log.claims')
  const { open, setOpen } = useLog()
  const words = useClaimWords()
  const isOpen = open.claim === claim.key
  const line = words(claim)
  const out = claim.rejected || claim.supersededBy !== null
  return (
    <li className="px-2 py-1.5">
      <div className="flex items-baseline gap-2">
        {/* A conflict set is of one incident. */}
        <input
          type="checkbox"
          checked={ticked}
          disabled={'episode' in of}
          aria-label={t('tick', { claim: line })}
          onChange={(event) => onTick(event.target.checked)}
        />
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen({ claim: isOpen ? null : claim.key })}
          className="min-w-0 flex-1 rounded text-start hover:bg-sunken"
        >
          <bdi className={out ? 'text-muted line-through' : 'font-medium'}>{line}</bdi>
          {claim.quote && !isOpen && (
            <span className="ms-2 text-muted text-sm">
              <q dir="auto">{claim.quote}</q>
            </span>
          )}
          <Marks placed={placed} />
        </button>
      </div>
      {isOpen && (
        <div className="mt-2">
          <ClaimEditor key={claim.key} placed={placed} />
        </div>
      )}
    </li>
  )
}

function Marks({ placed: { claim, of } }: { placed: PlacedClaim }) {
  const t = useTranslations('log.claims')
  const { document } = useLog()
  const episode = 'episode' in of && document.log.episodes.find(({ key }) => key === of.episode)
  const marks = [
    episode && t('is-together', { count: episode.incidents.length }),
    claim.says.subject === 'casualties' && claim.says.preferred && t('is-preferred'),
    claim.rejected && t('is-rejected'),
    claim.supersededBy !== null && t('is-superseded'),
  ].filter(Boolean)
  return marks.map((mark) => (
    <span key={String(mark)} className="ms-2 rounded bg-warn-soft px-1.5 text-sm text-warn">
      {mark}
    </span>
  ))
}
