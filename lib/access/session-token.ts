/**
 * The token within the value of a session's cookie, which is the token and its signature; null for whatever else somebody
 * sent. The token alone has 190 bits and is looked up whole.
 */
export function sessionToken(cookie: string | undefined): string | null {
  const [token = ''] = (cookie ?? '').split(/\.|%2e/i)
  return /^[A-Za-z0-9]{32,64}$/.test(token) ? token : null
}
