import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '@/lib/problem'

/** A file to be imported, read once from its beginning. */
export interface ImportSource {
  name: string
  /** Bytes on disk, and how many of them were read so far. */
  size: number
  read: () => number
  /** Its content, unpacked if it is gzipped. */
  chunks: () => AsyncIterable<Uint8Array>
  /** SHA-256 of the bytes on disk, once all are read. */
  sha256: () => string
}

/** Opens a file; gzip is told by its first bytes, not by its name. Throws a `Refusal` where there is no such file. */
export async function openSource(path: string): Promise<ImportSource> {
  const size = await sizeOf(path)
  const packed = await isGzip(path)
  const hash = createHash('sha256')
  let read = 0
  const chunks = async function* (): AsyncIterable<Uint8Array> {
    const file = createReadStream(path, { highWaterMark: 256 * 1024 })
    file.on('data', (chunk) => {
      read += chunk.length
      hash.update(chunk)
    })
    yield* packed ? unpacked(file) : (file as AsyncIterable<Uint8Array>)
  }
  return { name: basename(path), size, read: () => read, chunks, sha256: () => hash.digest('hex') }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return found.size
  throw new Refusal('not-found', [{ path: ['file'], code: 'import-no-file', params: { file: path } }])
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

async function* unpacked(file: Readable): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  try {
    yield* file.pipe(gunzip) as AsyncIterable<Uint8Array>
  } catch (cause) {
    if (!String((cause as NodeJS.ErrnoException).code).startsWith('Z_')) throw cause
    throw new Refusal('invalid', [{ path: ['file'], code: 'import-gzip-broken' }], cause)
  } finally {
    file.destroy()
  }
}
