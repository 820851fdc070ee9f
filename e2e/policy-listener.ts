import type { BrowserContext } from 'playwright/test'

/** What the browser says of the policy on any page of the context, as it says it: nothing, where all is well. */
export async function listenToPolicy(context: BrowserContext): Promise<string[]> {
  const told: string[] = []
  await context.exposeFunction('policyStopped', (words: string) => told.push(words))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, target } = event
      const element = target instanceof Element ? target.outerHTML.slice(0, 200) : ''
      const words = `${location.pathname}: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${element}`
      void (window as unknown as { policyStopped(words: string): void }).policyStopped(words)
    })
  })
  context.on('console', (message) => {
    if (/content.security.policy|refused to/i.test(message.text())) told.push(message.text())
  })
  return told
}
