import { useTranslations } from 'next-intl'
import { FigureDetails } from '@/app/_ui/figure-details'
import { FigureText } from '@/app/_ui/figure-text'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import { type Cell, outcomes } from '@/lib/claim/cell'
import type { Figure } from '@/lib/claim/figure'
import type { Book } from './book'
import { CellLabel, EquipmentLabel } from './cell-label'
import { cellKey, thingOf } from './claim-groups'
import { ClaimLines } from './claim-lines'
import { Section } from './section'

/** Every figure of people: wholes first, their parts below them; each opens to its reasons and claims. */
export function FiguresSection({ incident, book }: { incident: IncidentDetail; book: Book }) {
  const t = useTranslations('incident')
  const figures = shownFigures(incident.figures)
  const groups = [...new Set(figures.map(({ cell }) => `${cell.outcome}|${cell.unit}`))]
  const uncollected = (['killed', 'wounded'] as const).filter(
    (one) => incident[one].state === 'not-collected',
  )
  return (
    <Section id="figures" title={t('figures')}>
      {figures.length === 0 && uncollected.length === 0 && <p className="text-muted">{t('figures-none')}</p>}
      {groups.map((group) => (
        <div key={group} className="grid gap-2">
          {figures
            .filter(({ cell }) => `${cell.outcome}|${cell.unit}` === group)
            .map((figure) => (
              <div key={cellKey(figure.cell)} className={said(figure.cell) > 0 ? 'ms-4 sm:ms-8' : ''}>
                <CellFigure figure={figure} book={book} />
              </div>
            ))}
        </div>
      ))}
      {uncollected.map((outcome) => (
        <NotCollected key={outcome} outcome={outcome} fact={incident[outcome]} />
      ))}
    </Section>
  )
}

/**
 * Figures in the order of their outcomes, wholes before parts. A sum of parts below the whole that only repeats one of
 * its parts is left out: it says nothing that the part does not say.
 */
function shownFigures(figures: Figure[]): Figure[] {
  const repeats = (figure: Figure) =>
    figure.basis === 'parts' &&
    said(figure.cell) > 0 &&
    figures.some(
      (part) => said(part.cell) > said(figure.cell) && liesIn(part.cell, figure.cell) && alike(part, figure),
    )
  return figures
    .filter((figure) => !repeats(figure))
    .sort(
      (a, b) =>
        outcomes.indexOf(a.cell.outcome) - outcomes.indexOf(b.cell.outcome) || said(a.cell) - said(b.cell),
    )
}

const liesIn = (part: Cell, whole: Cell): boolean =>
  part.outcome === whole.outcome &&
  part.unit === whole.unit &&
  (['site', 'party', 'status', 'sexAge'] as const).every(
    (name) => whole[name] === null || whole[name] === part[name],
  )

const alike = (a: Figure, b: Figure): boolean =>
  a.low === b.low && a.best === b.best && a.high === b.high && a.open === b.open

/** How many parts of a cell are said: 0 for the whole of an outcome. */
const said = ({ site, party, status, sexAge }: Cell): number =>
  [site, party, status, sexAge].filter((part) => part !== null).length

export function CellFigure({ figure, book }: { figure: Figure; book: Book }) {
  const claims = claimsOf(figure, book)
  return (
    <FigureDetails label={<CellLabel cell={figure.cell} book={book} />} figure={figure}>
      <ClaimLines claims={claims} book={book} />
    </FigureDetails>
  )
}

/** The claims of the very cell, and whatever else its reasons speak of. */
function claimsOf(figure: Figure, book: Book) {
  const thing = `casualties|${cellKey(figure.cell)}`
  const named = new Set(figure.reasons.flatMap((reason) => reason.claims))
  return [...book.claims.values()].filter((claim) => thingOf(claim) === thing || named.has(claim.key))
}

function NotCollected({ outcome, fact }: { outcome: 'killed' | 'wounded'; fact: IncidentDetail['killed'] }) {
  const t = useTranslations('claim.outcome')
  return (
    <p className="flex gap-3 rounded-lg border border-line px-3 py-2">
      <span className="font-medium">{t(outcome)}</span>
      <FigureText figure={fact} />
    </p>
  )
}

/** Losses of equipment, each kind opening to its claims. */
export function EquipmentSection({ incident, book }: { incident: IncidentDetail; book: Book }) {
  const t = useTranslations('incident')
  // A whole that only repeats its one part says nothing new.
  const figures = incident.equipment.filter(
    ({ cell, basis }) => basis === 'claims' || cell.owner !== null || cell.site !== null,
  )
  if (figures.length === 0) return null
  return (
    <Section id="equipment" title={t('equipment')}>
      <div className="grid gap-2">
        {figures.map((figure) => {
          const { category, outcome, owner, site } = figure.cell
          const key = `equipment|${category}|${outcome}|${owner ?? ''}|${site ?? ''}`
          const named = new Set(figure.reasons.flatMap((reason) => reason.claims))
          const claims = incident.claims.filter((claim) => thingOf(claim) === key || named.has(claim.key))
          return (
            <FigureDetails
              key={key}
              figure={figure}
              label={
                <>
                  <EquipmentLabel cell={figure.cell} book={book} />
                  {figure.models.length > 0 && (
                    <span className="font-normal text-muted">
                      {' '}
                      (<bdi>{figure.models.join(', ')}</bdi>)
                    </span>
                  )}
                </>
              }
            >
              <ClaimLines claims={claims} book={book} />
            </FigureDetails>
          )
        })}
      </div>
    </Section>
  )
}
