import type { ClaimSubject } from '@/lib/claim/lists'
import { blankCasualties, blankCount } from './blank'
import type { FormIncident, Substance } from './form-types'

/** A claim's substance with a new subject; the count and the place carry over where both have them. */
export function substanceOf(subject: ClaimSubject, before: Substance, incident: FormIncident): Substance {
  const count = 'operator' in before ? countOf(before) : blankCount
  const site = 'site' in before ? before.site : null
  const party = incident.parties[0]?.key ?? ''
  switch (subject) {
    case 'casualties':
      return { ...blankCasualties, ...count, site }
    case 'equipment':
      return { subject, site, category: 'vehicle', outcome: 'destroyed', owner: null, model: null, ...count }
    case 'when':
      return { subject, when: incident.when ?? unknownWhen }
    case 'where':
      return { subject, placeId: null, site, phrase: null }
    case 'part':
      return { subject, party, part: incident.parties[0]?.part ?? 'initiator' }
    case 'responsibility':
      return { subject, party, stance: 'claimed' }
    case 'kind':
      return { subject, kind: incident.kind ?? 'armed-clash' }
    case 'motive':
      return { subject, text: null }
  }
}

type Counted = Extract<Substance, { operator: unknown }>

const countOf = ({ operator, min, point, max, word }: Counted) => ({ operator, min, point, max, word })

/** Refused at the door until a date is typed: a claim about the date without one says nothing. */
const unknownWhen: Extract<Substance, { subject: 'when' }>['when'] = {
  start: null,
  end: null,
  precision: 'day',
  sense: 'within',
  open: 'none',
  time: null,
  partOfDay: null,
  phrase: null,
  countedFrom: null,
}
