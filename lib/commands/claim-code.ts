// npm run claim-code: a new one-time code for the first account, where nobody has claimed the installation yet. The
// start runs it with --if-unclaimed ADDRESS and is content where somebody has.

import { newClaimCode } from '@/lib/operations/accounts/claim-installation'
import { withDatabase } from './with-database'

const [ifUnclaimed, address = 'the address that npm start printed'] = process.argv.slice(2)

const code = await withDatabase(newClaimCode)
if (code !== null)
  console.log(`      Claim this installation: open /claim at ${address} and give the code ${code}`)
else if (!ifUnclaimed) {
  console.error('Somebody has claimed this installation already. An administrator can invite others.')
  process.exitCode = 1
}
