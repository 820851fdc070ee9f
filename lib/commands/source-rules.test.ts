// What the source never does, whoever adds to it. These are rules that no type and no linter of ours holds; each has
// few exceptions, and each exception its reason. docs/security/asvs.md rests on them.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Source {
  readonly path: string
  readonly text: string
}

const sources: Source[] = ['app', 'lib'].flatMap((folder) => sourcesBelow(join(root, folder)))

function sourcesBelow(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesBelow(path)
    if (
      !/\.(tsx?|mjs|css)$/.test(entry.name) ||
      /\.(test|test-kit|test-setup|test-stub)\.ts$/.test(entry.name)
    ) {
      return []
    }
    return [{ path: relative(root, path), text: withoutComments(readFileSync(path, 'utf8')) }]
  })
}

/** Comments may speak of what code may not do. Good enough for finding words: what looks like one within a text goes too. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

interface Rule {
  readonly says: string
  readonly never: RegExp
  /** Where the rule holds; everywhere if left out. */
  readonly where?: (source: Source) => boolean
  /** Files that may, and why. */
  readonly but?: Readonly<Record<string, string>>
}

const isServer = ({ path, text }: Source) =>
  !path.startsWith('lib/commands/') &&
  (!path.startsWith('app/') ||
    path.endsWith('/route.ts') ||
    /from '(@\/lib\/(operations|db|env)\b|next\/headers|node:|server-only)/.test(text))

const inBrowsers = ({ path }: Source) => path.startsWith('app/')

const rules: readonly Rule[] = [
  { says: 'no text is run as code', never: /\beval\(|new Function\(|\bvm\.run|setTimeout\(\s*['"`]/ },
  {
    says: 'no regular expression is made of what somebody typed',
    never: /new RegExp\(/,
    but: {
      'lib/incident/row-key.ts': 'of a letter from a closed list',
      'lib/place/coordinates.ts': 'of constants',
    },
  },
  {
    says: 'no text is put into a page as HTML',
    never: /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    but: {
      'app/_ui/system-theme.tsx': 'a constant of ours, without any input',
      'app/_ui/no-eval.tsx': 'a constant of ours, without any input',
    },
  },
  {
    says: 'no style is written beside an element by the server, as the policy of pages stops it',
    // What waits for the page's script is set by it, and that is allowed.
    never: /\sstyle=(?!\{alive \?)/,
    where: ({ path }) => path.endsWith('.tsx'),
    but: {
      'app/timeline/_charts/chart-frame.tsx': 'drawn in the browser alone (lazy-charts.tsx)',
      'app/explore/_views/timeline-view.tsx': 'drawn in the browser alone, once it has the facts',
      'app/explore/_views/single-links.tsx': 'drawn in the browser alone, once it has the facts',
    },
  },
  {
    says: 'no svg comes from the server in pieces, which would bear such a style',
    never: /^(?!'use client')[\s\S]*<svg\b/,
    where: ({ path }) => path.endsWith('.tsx'),
  },
  {
    says: 'no process is started through a shell',
    never: /shell:\s*true|import \{[^}]*\bexec(Sync)?\b[^}]*\} from 'node:child_process'/,
  },
  {
    says: 'no process is started by what answers a request',
    never: /node:child_process/,
    where: ({ path }) => !path.startsWith('lib/commands/'),
    but: {
      'lib/db/embedded-postgres/process.ts': 'starts the Postgres of this installation',
      'lib/db/embedded-postgres/tool.ts': 'runs initdb and pg_ctl',
      'lib/db/embedded-postgres/account.ts': 'looks up the account that Postgres runs as',
      'lib/db/prisma-cli.ts': 'runs the migrations, at the start',
    },
  },
  {
    says: 'no SQL is put together from text',
    never: /\$(queryRaw|executeRaw)Unsafe/,
    but: { 'lib/db/gazetteer-rows.ts': 'definitions of indexes that the database itself gave' },
  },
  {
    says: 'the server asks no other server',
    never: /\bfetch\(|node:https?\b|\bundici\b|\baxios\b/,
    where: isServer,
  },
  {
    says: 'pages ask nobody but their own server',
    never:
      /fetch\(\s*[`'"]https?:|new (WebSocket|EventSource)\(\s*[`'"](https?|wss?):|sendBeacon\(\s*[`'"]https?:/,
    where: inBrowsers,
  },
  {
    says: 'what cannot be guessed is drawn by the generator of the system',
    never: /Math\.random\(/,
    where: ({ path }) => !path.startsWith('lib/commands/bench/'),
    but: {
      'app/explore/_engine/follow-changes.ts':
        'sets pages apart that all lost their server; nothing rests on it',
    },
  },
  {
    says: 'hashes are SHA-256 or longer',
    never: /create(Hash|Hmac)\(\s*['"`](?!sha(256|384|512)['"`])|\.digest\(\s*['"`]SHA-1['"`]/i,
  },
  {
    says: 'what is encrypted is encrypted with AES-GCM',
    never:
      /create(Cipher|Decipher)(iv)?\(\s*['"`](?!aes-256-gcm['"`])|['"`](AES-CBC|AES-CTR|RSA-OAEP|RSAES-PKCS1-v1_5)['"`]/i,
  },
  {
    says: 'nothing that is for tests is part of the app',
    never: /from '[^']*\.(test|test-kit|test-setup|test-stub)'/,
  },
  { says: 'no answer lets another origin read it', never: /access-control-allow-/i },
  {
    says: 'no page takes messages from other windows',
    never: /\.onmessage\b|addEventListener\(\s*'message'/,
    where: inBrowsers,
    but: {
      'app/explore/_engine/use-engine.ts': 'from the worker that it started',
      'app/explore/_engine/worker.ts': 'from the page that started it',
    },
  },
  {
    says: 'nothing of an answer is kept by the server for the next one',
    never: /unstable_cache|['"]use cache['"]|force-cache|force-static|\bcacheLife\(/,
    where: inBrowsers,
  },
  {
    says: 'nothing is written to the terminal while requests are answered',
    never: /\bconsole\.\w+\(/,
    where: ({ path }) => !path.startsWith('lib/commands/'),
    but: { 'app/api/csp-reports/route.ts': 'one line of counts a minute, in words of a closed list' },
  },
  {
    says: 'browsers keep nothing but drafts',
    never: /\b(localStorage|sessionStorage|indexedDB)\b/,
    where: inBrowsers,
    but: { 'app/log/_form/draft-vault.ts': 'the copy of a draft that a crash must not lose' },
  },
]

test.each(rules)('$says', ({ never, where = () => true, but = {} }) => {
  const found = sources.filter((source) => where(source) && never.test(source.text)).map(({ path }) => path)
  expect(found.filter((path) => !(path in but))).toEqual([])
})

test('every exception is still one', () => {
  const stale = rules.flatMap(({ says, never, but = {} }) =>
    Object.keys(but)
      .filter((path) => !never.test(sources.find((source) => source.path === path)?.text ?? ''))
      .map((path) => `${says}: ${path}`),
  )
  expect(stale).toEqual([])
})

test.each([
  ['no text is run as code', 'const f = new Function(body)'],
  ['no text is put into a page as HTML', '<p dangerouslySetInnerHTML={{ __html: text }} />'],
  [
    'no style is written beside an element by the server, as the policy of pages stops it',
    '<p style={{ color }} />',
  ],
  [
    'no svg comes from the server in pieces, which would bear such a style',
    'const Mark = () => <svg viewBox="0 0 9 9" />',
  ],
  ['no process is started through a shell', "spawn('ls', { shell: true })"],
  ['no SQL is put together from text', 'db.$queryRawUnsafe(sql)'],
  ['pages ask nobody but their own server', "await fetch('https://example.org')"],
  ['hashes are SHA-256 or longer', "createHash('md5')"],
  ['what is encrypted is encrypted with AES-GCM', "createCipheriv('aes-256-cbc', key, iv)"],
])('the rule "%s" finds %j', (says, source) => {
  expect(rules.find((rule) => rule.says === says)?.never.test(source)).toBe(true)
})

test('a field for a password hides it, lets a manager fill it, and takes what is pasted', () => {
  const pages = sources.filter(({ path }) => /^app\/(_account|account)\//.test(path))
  const field =
    /name(?:: |=)['"](?:password|newPassword|current)['"][\s\S]{0,240}?autoComplete(?:: |=)['"]([\w-]+)['"]/g
  const fields = pages.flatMap(({ text }) => [...text.matchAll(field)])
  expect(fields.length).toBeGreaterThan(4)
  for (const [source, filled] of fields) {
    expect(source).toMatch(/type(: |=)['"]password['"]/)
    expect(['current-password', 'new-password']).toContain(filled)
  }
  expect(pages.filter(({ text }) => /onPaste/.test(text)).map(({ path }) => path)).toEqual([])
})
