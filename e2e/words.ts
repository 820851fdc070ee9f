import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Words {
  account: typeof import('../app/_words/en/account.json')
  incident: typeof import('../app/_words/en/incident.json')
  figure: typeof import('../app/_words/en/figure.json')
  claim: typeof import('../app/_words/en/claim.json')
  evidence: typeof import('../app/_words/en/evidence.json')
  log: typeof import('../app/_words/en/log.json')
  list: typeof import('../app/_words/en/list.json')
  outside: typeof import('../app/_words/en/outside.json')
}

/** The interface's words of a namespace, read from its file: Node wants an attribute to import JSON, TypeScript none. */
export function wordsOf<N extends keyof Words>(language: 'ar' | 'en', namespace: N): Words[N] {
  const file = fileURLToPath(new URL(`../app/_words/${language}/${namespace}.json`, import.meta.url))
  return JSON.parse(readFileSync(file, 'utf8')) as Words[N]
}
