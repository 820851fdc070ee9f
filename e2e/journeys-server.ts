// The server that the journeys share: where it is, and where its data are.

import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const port = Number(process.env.E2E_PORT || 3999)
export const url = `http://127.0.0.1:${port}`
export const data = join(tmpdir(), `waqai-e2e-${process.getuid?.() ?? ''}-${port}`)
