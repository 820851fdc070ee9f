import { expect, it } from 'vitest'
import { CLIENT_HEADER } from '@/app/_http/inner-headers'
import { freshDatabase } from '@/lib/db/test-database'
import { makeMember, password } from '@/lib/operations/accounts/accounts.test-kit'
import { POST as signIn } from './sign-in/route'
import { POST as signOut } from './sign-out/route'

// Set before the first sign-in: how cookies are set is decided once a process.
process.env.WAQAI_PUBLIC_URL = 'https://waqai.example'

const { prisma } = await freshDatabase()

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  new Request(`https://waqai.example${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CLIENT_HEADER]: '192.0.2.9', ...headers },
    body: JSON.stringify(body),
  })

it('over https the cookie of a session is for this host alone, and no script or other site gets it', async () => {
  await makeMember(prisma, 'analyst')
  const answer = await signIn(post('/api/account/sign-in', { email: 'analyst@example.org', password }))
  expect(answer.status).toBe(200)
  const cookies = answer.headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-waqai\./)
    expect(cookie).toMatch(/; Secure(;|$)/i)
    expect(cookie).toMatch(/; HttpOnly(;|$)/i)
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/i)
    expect(cookie).toMatch(/; Path=\/(;|$)/i)
    expect(cookie).not.toMatch(/; Domain/i)
  }
  const token = /session_token=([^.;]+)/.exec(cookies.join())?.[1] ?? 'none'
  expect(await answer.text()).not.toContain(token)
  expect([...answer.headers].filter(([name]) => name !== 'set-cookie').join()).not.toContain(token)
})

it('signing out has the browser drop the cookie and all that it keeps', async () => {
  const signedIn = await signIn(post('/api/account/sign-in', { email: 'analyst@example.org', password }))
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const answer = await signOut(post('/api/account/sign-out', {}, { cookie }))
  expect(answer.status).toBe(204)
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(answer.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/i)
})
