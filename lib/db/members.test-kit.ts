import { createHash, randomUUID } from 'node:crypto'
import type { Role } from '@/lib/access/roles'
import type { Scope } from '@/lib/access/viewer'
import type { PrismaClient } from '@/prisma/generated/client'

/** An account of this role that is signed in: its id, and the cookie of its session. */
export async function signedInMember(prisma: PrismaClient, role: Role, name: string = role) {
  const id = randomUUID()
  const token = id.replaceAll('-', '')
  await prisma.user.create({
    data: {
      id,
      name,
      email: `${id}@example.org`,
      role,
      sessions: {
        create: { id, token: sha256(token).digest('base64url'), expiresAt: new Date(Date.now() + 3_600_000) },
      },
    },
  })
  return { id, name, cookie: `waqai.session_token=${token}.signature` }
}

/** The text of a token of this account, as an Authorization header takes it. */
export async function tokenOf(prisma: PrismaClient, userId: string, scopes: Scope[]): Promise<string> {
  const prefix = randomUUID().slice(0, 8).replace(/[01]/g, 'x')
  const text = `waqai_${prefix}_${randomUUID().replaceAll('-', '').replace(/[01]/g, 'y')}zzzzzzzz`
  await prisma.apiToken.create({
    data: {
      id: randomUUID(),
      userId,
      name: 'test',
      prefix,
      tokenHash: sha256(text).digest(),
      scopes,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  return `Bearer ${text}`
}

const sha256 = (text: string) => createHash('sha256').update(text)
