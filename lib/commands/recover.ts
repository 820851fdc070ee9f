// npm run recover -- EMAIL [--without-second-factor]: a link by which somebody with an account sets another password. For
// the keeper at the machine, where the only administrator has lost theirs.

import { keeper } from '@/lib/access/viewer'
import { recoveryLinkFor } from '@/lib/operations/accounts/recovery-link-for'
import { servedAddress } from './served-address'
import { withDatabase } from './with-database'

const [email = '', ...options] = process.argv.slice(2)

if (email === '' || email.startsWith('-')) {
  console.error('Say whose: npm run recover -- name@example.org [--without-second-factor]')
  process.exit(2)
}
const resetsFactor = options.includes('--without-second-factor')
const link = await withDatabase(() => recoveryLinkFor(keeper, email, resetsFactor))
if (link === null) {
  console.error(`Nobody here has an open account with the email ${email}.`)
  process.exitCode = 1
} else {
  console.log(`Open this within a day and set another password; it works once:`)
  console.log(`${servedAddress().url}/invitation#${link.token}`)
}
