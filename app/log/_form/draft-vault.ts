/*
 * Where this browser keeps drafts: encrypted with AES-GCM by a key that the page of an open session brings and the browser
 * does not keep. Another account's cannot be read, and wait for it. A draft goes at a sign-out, and after a week.
 */

const WEEK_MS = 7 * 24 * 3600 * 1000
/** What an earlier Waqai kept: drafts as plain text, and drafts beside their key. */
const OLD_DATABASE = 'waqai'
const OLD_PREFIX = 'waqai-draft:'

interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
  until: number
}

/** Keeps `value`. Rejects where the browser refuses: its store is full, or switched off. */
export async function seal(id: string, value: unknown): Promise<void> {
  const key = await pageKey()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, key, bytes)
  const sealed: Sealed = { iv, data, until: Date.now() + WEEK_MS }
  await inStore('readwrite', (store) => store.put(sealed, id))
}

/** What is kept for the one who is signed in, by id. What is too old goes; what cannot be read is left out. */
export async function openAll(): Promise<Map<string, unknown>> {
  dropOld()
  const key = await pageKey()
  const opened = new Map<string, unknown>()
  for (const id of await inStore('readonly', (store) => store.getAllKeys())) {
    const sealed: Sealed | undefined = await inStore('readonly', (store) => store.get(id))
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
  await inStore('readwrite', (store) => store.delete(id))
}

/** Drops all drafts, whosever they are. */
export async function dropAll(): Promise<void> {
  dropOld()
  await inStore('readwrite', (store) => store.clear())
}

function dropOld(): void {
  indexedDB.deleteDatabase(OLD_DATABASE)
  for (const key of Object.keys(localStorage)) if (key.startsWith(OLD_PREFIX)) localStorage.removeItem(key)
}

/** The key that the page came with (app/layout.tsx). */
async function pageKey(): Promise<CryptoKey> {
  const text = document.body.dataset.draftKey
  if (!text) throw new Error('The page came without a key.')
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await settled(openDatabase())
  try {
    return await settled(work(database.transaction('drafts', mode).objectStore('drafts')))
  } finally {
    database.close()
  }
}

function openDatabase(): IDBOpenDBRequest {
  const request = indexedDB.open('waqai-drafts', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts')
  }
  return request
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser kept nothing.'))
  })
