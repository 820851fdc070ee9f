/** An address of another site, as it may be shown and followed. */
interface OutsideAddress {
  href: string
  /** As the network sees it: letters that look like others' stand as punycode. */
  host: string
  /** Something stands before the host that could be taken for it: `https://news.example@evil.example`. */
  disguised: boolean
}

/** What an address leads to; null unless it is one of the web, which alone is made a link. */
export function outsideAddress(text: string): OutsideAddress | null {
  if (!URL.canParse(text)) return null
  const { protocol, href, host, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return { href, host, disguised: username !== '' || password !== '' }
}
