import { type Encoding, encodings } from '@/lib/operations/read-facts'

/** The first of our encodings that whoever asks takes; bytes as they are where none. */
export function encodingFor(request: Request): Encoding {
  const taken = new Map(
    (request.headers.get('accept-encoding') ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))]
    }),
  )
  return encodings.find((encoding) => taken.get(encoding)) ?? 'identity'
}

/** Whether If-None-Match names the version, as browsers and proxies between may write it. */
export function namesVersion(request: Request, version: string): boolean {
  const told = request.headers.get('if-none-match')
  return told?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`) ?? false
}
