// The words in which the table of policy is written: who asks, for what, and what they may. Decided by hand
// (docs/security.md), never by lib/access, which this is there to check.

/** Who asks. A token is an analyst's; what is revoked, ended or closed is worth nothing. */
export const actors = [
  'administrator',
  'reviewer',
  'analyst',
  'contributor',
  'reader',
  'nobody',
  'ended session',
  'locked session',
  'closed account',
  'full token',
  'reading token',
  'recording token',
  'revoked token',
  'expired token',
] as const
export type Actor = (typeof actors)[number]

/** What is asked for. Each holds words of its own, which nobody may read who may not see it. */
export const objects = [
  'published',
  'own draft',
  'foreign draft',
  'for the team',
  'for others by name',
  'for oneself by name',
  'under embargo',
  'after its embargo',
  'deleted',
  'never there',
] as const
export type Kind = (typeof objects)[number]

const isOneOf =
  (...some: Actor[]) =>
  (actor: Actor) =>
    some.includes(actor)

export const isToken = (actor: Actor): boolean => actor.endsWith(' token')
const isKnown = (actor: Actor): boolean =>
  !isOneOf(
    'nobody',
    'ended session',
    'locked session',
    'closed account',
    'revoked token',
    'expired token',
  )(actor)
const isOfTeam = isOneOf(
  'administrator',
  'reviewer',
  'analyst',
  'full token',
  'reading token',
  'recording token',
)
const mayRead = (actor: Actor): boolean => isKnown(actor) && actor !== 'recording token'
const mayRecord = (actor: Actor): boolean => isKnown(actor) && !isOneOf('reader', 'reading token')(actor)

/** Is the object there for the actor? What is not, answers as what never was. */
function sees(actor: Actor, object: Kind): boolean {
  if (!mayRead(actor)) return false
  if (object === 'deleted' || object === 'never there' || object === 'for others by name') return false
  if (isOfTeam(actor)) return true
  if (object === 'own draft') return true
  return object === 'published' || object === 'after its embargo' || object === 'for oneself by name'
}

const isDraft = (object: Kind): boolean => object === 'own draft' || object === 'foreign draft'
const reviews = isOneOf('administrator', 'reviewer')

/** A contributor changes drafts of their own; the team drafts; who reviews, also what was verified. */
const mayChange = (actor: Actor, object: Kind): boolean =>
  reviews(actor) || (isDraft(object) && isOfTeam(actor)) || object === 'own draft'

/** Who works on an object with others: the team, and a contributor on what is their own. */
const worksOn = (actor: Actor, object: Kind): boolean => isOfTeam(actor) || object === 'own draft'

/** Who reads notes, pasted texts, comments and the names of files: those who work on the object. */
export const isPrivy = (actor: Actor, object: Kind): boolean => sees(actor, object) && worksOn(actor, object)

/** What a door must answer; `holds` says whether the words of the object stand in the answer. */
export interface Answer {
  /** Several where each tells nothing of the object, and which of them comes does not matter. */
  status: number | readonly number[]
  holds: boolean
}

export type Rule = (actor: Actor, object: Kind) => Answer
const without = (status: Answer['status']): Answer => ({ status, holds: false })

/** Whoever is nobody known is sent to the sign-in, or told to. */
const known =
  (rule: Rule): Rule =>
  (actor, object) =>
    isKnown(actor) ? rule(actor, object) : without(401)

/** Anybody, known or not. */
export const anybody =
  (status: Answer['status'] = 200): Rule =>
  () =>
    without(status)

/** Those only whose session is locked: it is there for them to open it. */
export const locked =
  (status: Answer['status'], otherwise: Rule): Rule =>
  (actor, object) =>
    actor === 'locked session' ? without(status) : otherwise(actor, object)

/** Those only who are nobody known; others are led on. */
export const guests: Rule = (actor) => without(isKnown(actor) ? 307 : 200)

/** A list, a count or a chart: the same for all who read, with what each sees. */
export const finds = (status = 200): Rule =>
  known((actor, object) => (mayRead(actor) ? { status, holds: sees(actor, object) } : without(403)))

/** A list, a count or a chart asked by what is protected: nobody finds anything so. */
export const findsNothing = (status = 200): Rule => known((actor) => without(mayRead(actor) ? status : 403))

/** A name that everybody may know, whatever the object. */
export const looksUp: Rule = known((actor) => without(mayRead(actor) ? 200 : 403))

const isForEverybody = (object: Kind): boolean => object === 'published' || object === 'after its embargo'

/** What everybody may read, to whoever reads. */
export const findsPublished: Rule = known((actor, object) =>
  mayRead(actor) ? { status: 200, holds: isForEverybody(object) } : without(403),
)

/** What somebody may read beyond that, where they may: that it is nothing says no more. */
export const findsMore: Rule = known((actor, object) =>
  mayRead(actor)
    ? { status: [200, 204], holds: sees(actor, object) && !isForEverybody(object) }
    : without(403),
)

/** The object itself. */
export const shows: Rule = known((actor, object) => {
  if (!mayRead(actor)) return without(403)
  return sees(actor, object) ? { status: 200, holds: true } : without(404)
})

/** What was recorded of the object before, which is the team's. */
export const showsHistory: Rule = known((actor, object) => {
  if (!mayRead(actor)) return without(403)
  return sees(actor, object) && isOfTeam(actor) ? { status: 200, holds: true } : without(404)
})

/** The object as something to edit, or to write a like of. */
export const showsToEdit: Rule = known((actor, object) => {
  if (!mayRead(actor) || !mayRecord(actor)) return without(403)
  return sees(actor, object) ? { status: 200, holds: true } : without(404)
})

/** Something done to the object by whom `may` names, of those who see it and may write here. */
const done =
  (may: (actor: Actor, object: Kind) => boolean) =>
  (status = 200): Rule =>
    known((actor, object) => {
      if (!sees(actor, object)) return without(mayRecord(actor) ? 404 : [403, 404])
      return without(mayRecord(actor) && may(actor, object) ? status : 403)
    })

/** The same with parts of another object: what would be done is not, and whoever may not do it is told so first. */
export const mismatches =
  (rule: Rule, refused = 400): Rule =>
  (actor, object) => {
    const { status } = rule(actor, object)
    return without(typeof status === 'number' && status < 300 ? refused : status)
  }

/** A change of the object. */
export const changes = done(mayChange)
/** Evidence that is hung on it, changed or removed; a comment; that it is ready to be reviewed. */
export const worksWith = done(worksOn)
/** Evidence that readers would be given by it: of what they may read that is a change. */
const isForReaders = (object: Kind): boolean =>
  object === 'published' || object === 'under embargo' || object === 'after its embargo'
export const givesReaders = done((actor, object) =>
  isForReaders(object) ? mayChange(actor, object) : worksOn(actor, object),
)
/** What hangs on it and is there only for those who work on it. */
export const answersTo = (status = 200): Rule =>
  known((actor, object) => {
    if (!mayRecord(actor)) return without([403, 404])
    return without(sees(actor, object) && worksOn(actor, object) ? status : 404)
  })
/** A judgement of it by who reviews. */
export const judges = done(reviews)

/** Several objects at once: the answer tells of each how it fared. */
export const worksWithSeveral: Rule = known((actor, object) => ({
  status: 200,
  holds: sees(actor, object) && mayRecord(actor) && worksOn(actor, object),
}))

/** What is its owner's alone, whatever the role: read, or found in a list. A token must be given all that it may hold. */
export const showsOwn = (missing = 404): Rule =>
  known((actor, object) => {
    if (!mayRead(actor) || actor === 'reading token') return without(403)
    return object === 'own draft' ? { status: 200, holds: true } : without(missing)
  })

/** A change of it. */
export const changesOwn = (status = 200): Rule =>
  known((actor, object) => {
    if (!mayRecord(actor)) return without(403)
    return without(object === 'own draft' ? status : 404)
  })

/** What may tell of people and places, the file as it came: the team, and who added it. A token must be given `protected`. */
export const showsOriginal: Rule = known((actor, object) => {
  if (!mayRead(actor)) return without(403)
  if (actor === 'reading token') return without(404)
  const may = sees(actor, object) && (isOfTeam(actor) || object === 'own draft')
  return may ? { status: 200, holds: true } : without(404)
})

/** What is protected, shown for a reason: the team, and of tokens those that were given it. */
const mayReveal = isOneOf('administrator', 'reviewer', 'analyst', 'full token')
export const reveals: Rule = known((actor, object) => {
  if (!mayReveal(actor)) return without(403)
  return sees(actor, object) ? { status: 200, holds: true } : without(404)
})

/** A copy for sharing, which the team makes of what it sees: of what is not for everybody nothing would be left in it. */
export const copies: Rule = known((actor, object) => {
  if (!isOfTeam(actor) || !mayRecord(actor)) return without(403)
  if (!sees(actor, object)) return without(404)
  return without(isForSome(object) ? 400 : 201)
})
const isForSome = (object: Kind): boolean =>
  object === 'for the team' || object === 'for oneself by name' || object === 'under embargo'

/** Something new. */
export const records = (status = 201): Rule => known((actor) => without(mayRecord(actor) ? status : 403))

/** What whoever logs something looks up for it; looking up is reading. */
export const looksUpToRecord: Rule = known((actor) => without(mayRead(actor) && mayRecord(actor) ? 200 : 403))

/** What everybody with an account does for themselves, in person: there a token is nobody, or may not. */
export const inPerson = (status: Answer['status'] = 200): Rule =>
  known((actor) => without(isToken(actor) ? [401, 403] : status))

/** The same with something of one's own; administrators do it with anybody's. */
export const inPersonOwn = (status = 200): Rule =>
  known((actor, object) => {
    if (isToken(actor)) return without(403)
    return without(object === 'own draft' || actor === 'administrator' ? status : 404)
  })

/** A page that is there for administrators alone. */
export const administersPage: Rule = known((actor) => without(actor === 'administrator' ? 200 : 404))

/** What administrators do, in person. */
export const administers = (status = 200): Rule =>
  known((actor) => without(actor === 'administrator' ? status : 403))
