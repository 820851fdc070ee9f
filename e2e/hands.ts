import type { Page } from 'playwright/test'

/**
 * An analyst's hands: words typed are not counted, every key pressed besides is. A key with Alt counts once, as one
 * stroke of the hand.
 */
export function handsOn(page: Page) {
  let presses = 0
  return {
    /** Text that the analyst has to type in any program. */
    type: (words: string) => page.keyboard.type(words),
    /** Presses each of the keys, separated by spaces: "Tab Tab Enter". */
    async press(keys: string) {
      for (const key of keys.split(' ')) {
        presses += 1
        await page.keyboard.press(key)
      }
    },
    presses: () => presses,
  }
}

export type Hands = ReturnType<typeof handsOn>

/** Shows the interface in a language; the cookie is what the page's own switch writes. */
export async function speak(page: Page, language: 'ar' | 'en', url: string): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: language, url }])
}
