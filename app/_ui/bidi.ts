/** Wraps a name in first-strong isolates, for plain strings (titles, labels) where no element can isolate it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`
