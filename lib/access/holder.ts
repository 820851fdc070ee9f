import type { Role } from './roles'
import type { Halt, Member } from './viewer'

/**
 * The person whose session came with a request, and what they may do to their own account is asked of this. It is more
 * than a viewer: a locked session, or one that lacks its second factor, has a holder while it reads nothing.
 */
export interface Holder {
  sessionId: string
  id: string
  name: string
  email: string
  role: Role
  secondFactor: boolean
  halt: Halt | null
}

/** The holder as who acts. */
export const asMember = ({ id, name, role }: Holder): Member => ({
  kind: 'member',
  id,
  name,
  role,
  scopes: null,
})
