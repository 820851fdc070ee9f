// Derives anew the figures of incidents of which an embargo has passed. `npm start` runs it before it serves, and again
// every hour (figures-due.ts).

import { deriveDue } from '@/lib/operations/derive-due'
import { withDatabase } from './with-database'

const derived = await withDatabase(deriveDue)
if (derived > 0) console.log(`      Figures derived anew, an embargo having passed: ${derived} incidents`)
