/** Words selected in the report's text, or anywhere in the page's own text outside a field; empty where none are. */
export function quotedWords(): string {
  const active = document.activeElement
  if (active instanceof HTMLTextAreaElement && active.dataset.reportText !== undefined)
    return tidy(active.value.slice(active.selectionStart, active.selectionEnd))
  return tidy(document.getSelection()?.toString() ?? '')
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 500)
