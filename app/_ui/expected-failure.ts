/** What app/error.tsx can tell apart from a mistake of ours, by the digest of the error. */
export type ExpectedFailure = 'database-away' | 'database-slow'
