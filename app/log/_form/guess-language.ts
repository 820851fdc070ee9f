/** Language of a pasted text as far as its script tells; `otherwise` where it does not. */
export function guessLanguage(text: string, otherwise: string): string {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  const [arabic, latin, cyrillic] = [
    count(/\p{Script=Arabic}/gu),
    count(/\p{Script=Latin}/gu),
    count(/\p{Script=Cyrillic}/gu),
  ]
  if (arabic + latin + cyrillic < 20) return otherwise
  // Persian, Kurdish and Urdu letters are left to the analyst: a name or two of them stands in many an Arabic text.
  if (arabic > latin && arabic > cyrillic) return 'ar'
  if (cyrillic > latin) return 'ru'
  return otherwise === 'ar' ? 'en' : otherwise
}
