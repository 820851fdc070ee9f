export const channels = [
  'outlet',
  'statement',
  'social-media',
  'interview',
  'press',
  'witness',
  'agency',
  'dataset',
] as const
/** Through what an utterance was made; `outlet` is the report speaking in its own voice. */
export type Channel = (typeof channels)[number]

export const publishedOnBases = ['stated', 'inferred'] as const
