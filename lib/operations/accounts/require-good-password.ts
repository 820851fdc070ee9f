import {
  type PasswordOwner,
  passwordProblem,
  SHORTEST_ALONE,
  SHORTEST_WITH_FACTOR,
} from '@/lib/access/password'
import { Refusal } from '@/lib/problem'

/** Refuses a new password that is too short or that others try first; the problem is at `field`. */
export function requireGoodPassword(password: string, owner: PasswordOwner, field = 'password'): void {
  const code = passwordProblem(password, owner)
  if (code === null) return
  const min = owner.secondFactor ? SHORTEST_WITH_FACTOR : SHORTEST_ALONE
  throw new Refusal('invalid', [{ path: [field], code, params: { min } }])
}
