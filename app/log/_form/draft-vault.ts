/*
 * Where this browser keeps drafts: encrypted with AES-GCM, by a key that no script can read out, made for the person who
 * is signed in. The key goes at the sign-out, and when somebody else signs in; a draft goes after a week.
 */

const WEEK_MS = 7 * 24 * 3600 * 1000
const KEY = 'drafts'

interface KeptKey {
  owner: string
  key: CryptoKey
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
  until: number
}

/** Keeps `value` for its owner. Rejects where the browser refuses: its store is full, or switched off. */
export async function seal(owner: string, id: string, value: unknown): Promise<void> {
  const key = await keyOf(owner)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, key, bytes)
  const sealed: Sealed = { iv, data, until: Date.now() + WEEK_MS }
  await inStore('drafts', 'readwrite', (store) => store.put(sealed, id))
}

/** What is kept for the owner, by id. What is too old goes; what cannot be read is left out. */
export async function openAll(owner: string): Promise<Map<string, unknown>> {
  const key = await keyOf(owner)
  const opened = new Map<string, unknown>()
  for (const id of await inStore('drafts', 'readonly', (store) => store.getAllKeys())) {
    const sealed: Sealed | undefined = await inStore('drafts', 'readonly', (store) => store.get(id))
    if (!sealed || sealed.until < Date.now()) await drop(String(id))
    else opened.set(String(id), await open(key, String(id), sealed))
  }
  return opened
}

async function open(key: CryptoKey, id: string, { iv, data }: Sealed): Promise<unknown> {
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, key, data)
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** A sealed draft stands under its own id, and cannot be taken for another. */
const bound = (id: string) => new TextEncoder().encode(id)

export async function drop(id: string): Promise<void> {
  await inStore('drafts', 'readwrite', (store) => store.delete(id))
}

/** Drops all drafts and the key that could have read them. */
export async function dropAll(): Promise<void> {
  await inStore('keys', 'readwrite', (store) => store.clear())
  await inStore('drafts', 'readwrite', (store) => store.clear())
}

async function keyOf(owner: string): Promise<CryptoKey> {
  const kept: KeptKey | undefined = await inStore('keys', 'readonly', (store) => store.get(KEY))
  if (kept?.owner === owner) return kept.key
  await dropAll()
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const own: KeptKey = { owner, key }
  await inStore('keys', 'readwrite', (store) => store.put(own, KEY))
  return key
}

async function inStore<T>(
  name: 'keys' | 'drafts',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await settled(openDatabase())
  try {
    return await settled(work(database.transaction(name, mode).objectStore(name)))
  } finally {
    database.close()
  }
}

function openDatabase(): IDBOpenDBRequest {
  const request = indexedDB.open('waqai', 1)
  request.onupgradeneeded = () => {
    for (const name of ['keys', 'drafts']) request.result.createObjectStore(name)
  }
  return request
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser kept nothing.'))
  })
