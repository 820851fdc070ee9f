import { randomUUID } from 'node:crypto'
import type { Holder } from '@/lib/access/holder'
import type { Role } from '@/lib/access/roles'
import type { Member } from '@/lib/access/viewer'
import type { PrismaClient } from '@/prisma/generated/client'
import { hashPassword } from './auth'
import { type Asking, signIn } from './sign-in'
import { type Credentials, whoAsks, whoHolds } from './who-asks'

// What the tests of accounts share: people with accounts, and browsers that keep their cookies.

/** A good password, made once: argon2 takes its time. */
export const password = 'seven unrelated lemon trees'
let hashed: Promise<string> | undefined

/** An account as if its owner had accepted an invitation. */
export async function makeMember(prisma: PrismaClient, role: Role, name: string = role): Promise<string> {
  hashed ??= hashPassword(password)
  const id = randomUUID()
  const credential = { id, accountId: id, providerId: 'credential', password: await hashed }
  await prisma.user.create({
    data: { id, name, email: `${name}@example.org`.toLowerCase(), role, accounts: { create: credential } },
  })
  return id
}

/** A browser: it keeps the cookies that answers set, and sends them. */
export class Browser {
  readonly jar = new Map<string, string>()

  constructor(
    readonly address = '198.51.100.7',
    readonly agent = 'Firefox',
  ) {}

  asking(): Asking {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'user-agent': this.agent, 'x-waqai-client': this.address }
    return { headers: new Headers(headers), address: this.address }
  }

  credentials(): Credentials {
    return { cookie: (name) => this.jar.get(name) }
  }

  take(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) this.jar.delete(name)
      else this.jar.set(name, value)
    }
  }

  whoAsks() {
    return whoAsks(this.credentials())
  }
}

/** Signs in as a browser would, up to a second factor if there is one. */
export async function signInAs(email: string, browser = new Browser(), typed = password): Promise<Browser> {
  browser.take((await signIn({ email, password: typed }, browser.asking())).cookies)
  return browser
}

export async function holderOf(browser: Browser): Promise<Holder> {
  const holder = await whoHolds(browser.credentials())
  if (!holder) throw new Error('The browser holds no session.')
  return holder
}

export async function memberOf(prisma: PrismaClient, id: string): Promise<Member> {
  const { name, role } = await prisma.user.findUniqueOrThrow({ where: { id } })
  return { kind: 'member', id, name, role: role as Role, scopes: null }
}
