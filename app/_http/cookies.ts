/** Reads the cookies of a request by name. */
export function cookiesOf(request: Request): (name: string) => string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return (name) => pairs.find(([key]) => key === name)?.[1]
}
