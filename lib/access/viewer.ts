import type { Role } from './roles'

/** Who asks. Passed to every operation; what each may do is asked by name (questions.ts). */
export type Viewer = Keeper | Member | Anonymous

/** Whoever runs a command on the machine itself, beside the database: the import, the sample data, a benchmark. */
interface Keeper {
  kind: 'keeper'
  name: string
}

/** A person with an account. */
export interface Member {
  kind: 'member'
  /** Id of the account. */
  id: string
  name: string
  role: Role
  /** What an API token may do at most; null for a person who signed in, who may do all that the role may. */
  scopes: readonly Scope[] | null
}

/** Nobody known. */
export interface Anonymous {
  kind: 'anonymous'
  name: string
  /** The sample rows, while nobody has claimed the installation; what is published, where public reading is on. */
  sees: 'sample' | 'published' | 'nothing'
  /** Why somebody with a session is treated as nobody. */
  halt?: Halt
}

/** What a session waits for: its password again after an idle time, or the second factor that its role must have. */
export type Halt = 'locked' | 'second-factor-missing'

/** What an API token can be given: each names a kind of door. */
export const scopes = ['read', 'record', 'review', 'protected'] as const
export type Scope = (typeof scopes)[number]

export const keeper: Keeper = { kind: 'keeper', name: 'keeper' }

/** Id of the viewer's account, as `created_by` and revisions keep it; null where there is none. */
export const accountOf = (viewer: Viewer): string | null => (viewer.kind === 'member' ? viewer.id : null)

/** Whose drafts the viewer's are. */
export const draftOwner = (viewer: Viewer): string => (viewer.kind === 'member' ? viewer.id : viewer.name)
