/** A column of whole numbers of 0 and up, cut into so many bytes as the greatest takes. */
export function inBytes(column: ArrayLike<number>): { data: Uint8Array; bytes: number } {
  const bytes = bytesFor(column)
  const { length } = column
  const data = new Uint8Array(length * bytes)
  for (let b = 0; b < bytes; b++)
    for (let i = 0; i < length; i++) data[b * length + i] = ((column[i] as number) >>> (8 * b)) & 255
  return { data, bytes }
}

/** How many bytes the greatest of them takes; none where all are 0. */
function bytesFor(column: ArrayLike<number>): number {
  let all = 0
  for (let i = 0; i < column.length; i++) all |= column[i] as number
  return Math.ceil((32 - Math.clz32(all)) / 8)
}

/** Puts together numbers that were cut into so many bytes. */
export function fromBytes(data: Uint8Array, length: number, bytes: number): Uint8Array | Uint32Array {
  if (bytes === 1) return data
  const column = new Uint32Array(length)
  for (let b = 0; b < bytes; b++) {
    const part = data.subarray(b * length, (b + 1) * length)
    const shift = 8 * b
    if (b === 0) column.set(part)
    else for (let i = 0; i < length; i++) column[i] = (column[i] as number) | ((part[i] as number) << shift)
  }
  return column
}
