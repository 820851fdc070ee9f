/** Hands a file to the reader, as a download of this name. */
export function saveAs(name: string, file: Blob): void {
  const href = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  URL.revokeObjectURL(href)
}
