'use client'

import { useEffect, useState } from 'react'

interface Found {
  text: string
  matches: readonly number[] | null
}

/**
 * Ids of the incidents whose texts hold the words of `text`: null where it asks for none, undefined until they are known.
 * The facts hold no texts, so that these are looked for where the texts are; again after each `change` of the facts, and what
 * was found before is good till then.
 */
export function useMatches(
  text: string,
  change: unknown,
  isPublic: boolean,
): { matches: readonly number[] | null | undefined; failed: boolean } {
  const [found, setFound] = useState<Found>({ text: '', matches: null })
  const [failed, setFailed] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change asks again
  useEffect(() => {
    if (text === '') return setFound({ text, matches: null })
    const gone = new AbortController()
    fetch(`/api/explore/matches?q=${encodeURIComponent(text)}`, {
      signal: gone.signal,
      credentials: isPublic ? 'omit' : 'same-origin',
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(`answered ${response.status}`)
        setFound({ text, matches: (await response.json()) as number[] })
        setFailed(null)
      })
      .catch(() => gone.signal.aborted || setFailed(text))
    return () => gone.abort()
  }, [text, change, isPublic])
  return { matches: found.text === text ? found.matches : undefined, failed: failed === text }
}
