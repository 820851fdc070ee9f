// Headers by which the web server tells the app what it knows of a request. What a client sends under these names never
// gets in: the door (front-door.ts) sets them anew.

/** Who asks: the address of the socket, or what a trusted proxy said; "unknown" where there is none. */
export const CLIENT_HEADER = 'x-waqai-client'

/** The nonce of the page's own scripts and styles. */
export const NONCE_HEADER = 'x-waqai-nonce'

/** How a route's body is encoded; leaves as Content-Encoding (lib/commands/web-server.mjs). */
export const ENCODING_HEADER = 'x-waqai-encoding'

/** Of an embedded view: what its address says of language and theme, as a query; no other page has it. */
export const EMBED_HEADER = 'x-waqai-embed'
