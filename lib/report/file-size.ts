/** The largest file that is taken as evidence: a photograph of any telephone, a document of some hundred pages. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
