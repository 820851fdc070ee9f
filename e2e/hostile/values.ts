import type { Random } from './random'

const html = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table incident; --",
  '{{7*7}}',
]

/** Values that some field somewhere chokes on. */
const scalars: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  2147483648,
  Number.MAX_SAFE_INTEGER,
  1e308,
  '',
  ' ',
  '-1',
  'null',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u001b[2J',
  '\u202egnp.exe',
  '٣٠',
  '2017-02-30',
  '2017-13-01',
  '0000-01-01',
  '9999-12-31',
  '29/07/2017',
  'LY-2017-ZZZZ',
  'c1',
  '__proto__',
  'constructor',
  'a'.repeat(301),
  'ع'.repeat(70_000),
  ...html,
]

const structures: readonly unknown[] = [
  [],
  {},
  [[]],
  { __proto__: { admin: true } },
  { length: 1e9 },
  Array.from({ length: 600 }, (_, i) => i),
  { start: '2017-07-30', end: '2017-07-29' },
]

const hostileValue = (random: Random): unknown =>
  random.next() < 0.75 ? random.pick(scalars) : random.pick(structures)

/** The same for a part of an address, still raw: what encodeURIComponent refuses is given encoded already. */
export function hostileAddressPart(random: Random): string {
  return random.pick([
    '%00',
    '%ED%A0%80',
    '%FF%FE',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '%F0%9F%92%A3',
    '-1',
    '0',
    '1e9',
    '99999999999999999999',
    '2017-02-30',
    '2017-07-30',
    'LY-2017-ZZZZ',
    'ly-2017-zzzz',
    '00000000-0000-4000-8000-000000000000',
    'a'.repeat(3000),
    '%D8%AF%D8%B1%D9%86%D8%A9',
    '1,2,,3',
    'a,b',
    'true',
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    "';drop table incident;--",
    'W10',
    'eyJzb3J0T24iOiJ4In0',
    '__proto__',
    '%D9%A1%D9%A2',
    'newest',
    'day',
    'battles',
    'own',
  ])
}

/** A copy of `value` with one thing in it, however deep, replaced, removed or doubled. */
export function spoiled(value: unknown, random: Random): unknown {
  const copy = structuredClone(value)
  const holders = holdersIn(copy)
  if (holders.length === 0) return hostileValue(random)
  const { holder, key } = random.pick(holders)
  const chance = random.next()
  if (Array.isArray(holder)) {
    if (chance < 0.2) holder.splice(Number(key), 1)
    else if (chance < 0.35) holder.push(holder[Number(key)])
    else holder[Number(key)] = hostileValue(random)
  } else if (chance < 0.15) delete holder[key]
  else if (chance < 0.25) holder[`${key}x`] = hostileValue(random)
  else holder[key] = hostileValue(random)
  return copy
}

type Holder = { holder: Record<string, unknown> | unknown[]; key: string }

function holdersIn(value: unknown): Holder[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]): Holder[] => [
    { holder: value as Record<string, unknown>, key },
    ...holdersIn(part),
  ])
}

/** A JSON text made wrong as bytes: cut off, no UTF-8, something else, far too large or far too deep. */
export function brokenBytes(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text)
  return random.pick<() => Uint8Array>([
    () => bytes.subarray(0, random.below(bytes.length)),
    () => Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.from([0xff, 0xfe, 0xed, 0xa0, 0x80])]),
    () => Buffer.from(`${'['.repeat(100_000)}`),
    () => Buffer.from(JSON.stringify({ log: 'x'.repeat(3 * 1024 * 1024) })),
    () => Buffer.from('id,year\n1,2017\n'),
    () => Buffer.from(text.replace('{', '{"__proto__":{"x":1},')),
    () => new Uint8Array(0),
  ])()
}
