import { z } from 'zod'
import type { FileType } from '@/lib/formats/file-type'
import { type Visibility, visibilities } from '@/lib/incident/lists'
import { cleanText } from '@/lib/text/clean-text'
import { fileName } from './file-name'

/** The original as it came, and of a picture the copy without anything but its pixels. */
export const evidenceParts = ['original', 'shared'] as const
export type EvidencePart = (typeof evidenceParts)[number]

/** What one incident, or one report, can have hanging on it. */
export const MOST_FILES = 100
export const MOST_BYTES_TOGETHER = 500 * 1024 * 1024

/** What is said of a file that is sent: all that its bytes do not tell. */
export const evidenceDraft = z.strictObject({
  name: fileName,
  /** As the sender declares it; the content must agree. */
  type: z.string().max(100),
  /** Key of the report that it hangs on; without one it hangs on the incident. */
  report: z.string().max(20).nullable().default(null),
  visibility: z.enum(visibilities).default('team'),
  note: cleanText({ max: 500 }).nullable().default(null),
})
export type EvidenceDraft = z.output<typeof evidenceDraft>

/** A piece of evidence as somebody who may see it is told of it. */
export interface Evidence {
  code: string
  /** What the one who sent it called it; null for those outside of the team, since such names tell of people. */
  name: string | null
  type: FileType
  note: string | null
  /** Of a picture, as it lies in the file. */
  size: { width: number; height: number } | null
  /** Null for those outside of the team. */
  original: StoredFile | null
  /** Null for what has no copy that may be shared: a document. */
  shared: StoredFile | null
  visibility: Visibility
  /** Key of the report that it hangs on; null: on the incident. */
  report: string | null
  /** Instant at which it was stored. */
  at: string
  version: number
  /** Whether the one who is told may show it to others, or remove it. */
  mayChange: boolean
}

/** The evidence of an incident, and whether the one who is told may add to it. */
export interface EvidenceList {
  evidence: Evidence[]
  mayAdd: boolean
}

export interface StoredFile {
  length: number
  sha256: string
}

/** Whether a file of this type may be shown to everyone: only of pictures can everything but the pixels be left out. */
export const hasSharedCopy = (type: FileType): boolean => type !== 'application/pdf'
