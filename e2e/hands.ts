import type { Page } from 'playwright/test'

/**
 * An analyst's hands: words typed are not counted, every key pressed besides is. A key with Alt counts once, as one
 * stroke of the hand.
 */
export function handsOn(page: Page) {
  let presses = 0
  return {
    /** Text that the analyst has to type in any program; in a select it types ahead, as on an Arabic keyboard. */
    async type(words: string) {
      const inSelect = await page.evaluate(() => document.activeElement instanceof HTMLSelectElement)
      if (inSelect) await typeKeys(page, words)
      else await page.keyboard.insertText(words)
    },
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

/**
 * Key by key with whatever letters; the page's own keyboard knows a Latin layout only. All at once, since a select
 * forgets what was typed ahead after a second.
 */
async function typeKeys(page: Page, words: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const strokes = [...words].flatMap((text) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }),
  ])
  await Promise.all(strokes)
  await session.detach()
}

/** Shows the interface in a language; the cookie is what the page's own switch writes. */
export async function speak(page: Page, language: 'ar' | 'en', url: string): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: language, url }])
}
