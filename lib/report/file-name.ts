import type { FileType } from '@/lib/formats/file-type'
import { cleanText } from '@/lib/text/clean-text'

/** Marks that turn the direction of what follows: "gpj.exe" would read "exe.jpg". They have no use in a name. */
const turning = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/** A file's name as it was given, without the folders before it. It is shown and offered, never used as a path. */
export const fileName = cleanText({ max: 1000, required: true })
  .transform((given) => (given.split(/[/\\]/).at(-1) ?? '').replace(turning, '').trim())
  .pipe(cleanText({ max: 200, required: true }))

const endings: Record<FileType, readonly [string, ...string[]]> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
}

/** The name under which a file is offered: its ending is that of its content, so that what opens it is what should. */
export function offeredName(name: string, type: FileType): string {
  const known = endings[type].some((ending) => name.toLowerCase().endsWith(ending))
  return known ? name : name + endings[type][0]
}

/** `Content-Disposition` (RFC 6266): the name in ASCII for the old, whole for the others. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
