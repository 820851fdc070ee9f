/** What a picture's file consists of, read without decoding a pixel. */
export interface PictureParts {
  width: number
  height: number
  /** What is not needed to draw it: places, cameras, previews, comments. In the order of the file. */
  extras: Part[]
  /** Where the picture ends. Phones write films and second pictures behind it. */
  end: number
}

export interface Part {
  /** As its format calls it: "APP1", "eXIf", "XMP ". */
  name: string
  start: number
  end: number
}

/** Reads numbers of a file; what lies behind its end is a reason to give the file up. */
export class Bytes {
  readonly #view: DataView
  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  /** A big-endian number of `size` bytes; null where the file ends before. */
  big(at: number, size: 1 | 2 | 4): number | null {
    if (at + size > this.bytes.length) return null
    return size === 4
      ? this.#view.getUint32(at)
      : size === 2
        ? this.#view.getUint16(at)
        : this.#view.getUint8(at)
  }
  /** A little-endian number of `size` bytes; null where the file ends before. */
  little(at: number, size: 2 | 3 | 4): number | null {
    if (at + size > this.bytes.length) return null
    if (size === 3) return this.#view.getUint16(at, true) + this.#view.getUint8(at + 2) * 0x10000
    return size === 4 ? this.#view.getUint32(at, true) : this.#view.getUint16(at, true)
  }
}
