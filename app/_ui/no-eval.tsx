// zod makes its fastest parsers from text where a page may, and finds out by trying, which the page's policy forbids and
// reports. Said here, and not where schemas are made, since it must stand before the first of them is loaded.
const sayNot = 'globalThis.__zod_globalConfig = { jitless: true }'

/** Keeps what runs in the page from making functions of text. */
export function NoEval({ nonce }: { nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, without any input
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: sayNot }} suppressHydrationWarning />
}
