/**
 * Reads the cookies of a request by name. One that came twice is none: whoever else reads them (better-auth) must not take
 * the other.
 */
export function cookiesOf(request: Request): (name: string) => string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [{ name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }]
  })
  return (name) => {
    const [only, ...more] = pairs.filter((pair) => pair.name === name)
    return more.length === 0 ? only?.value : undefined
  }
}
