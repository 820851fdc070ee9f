/** Words as they were said: in their own language and direction, set off from ours. */
export function Quote({ words, language }: { words: string; language?: string | undefined }) {
  return (
    <q dir="auto" lang={language} className="block border-line-strong border-s-2 ps-2 text-ink">
      {words}
    </q>
  )
}
