/** Another name of the data after something else was told of it: FNV-1a over the name before and what was told. */
export function versionAfter(version: string, told: Uint8Array): string {
  let hash = 0x811c_9dc5
  for (const byte of [...new TextEncoder().encode(version), ...told])
    hash = Math.imul(hash ^ byte, 0x0100_0193) >>> 0
  return `${version.split('~')[0]}~${hash.toString(36)}`
}
