/** Where to go after signing in, if nothing better is said. */
const HOME = '/timeline'

/** What the app's own addresses are made of; of anything else, escapes and dots too, nobody need ask what it may mean. */
const ownAddress = /^\/(?:[\w-]+(?:\/[\w-]+)*)?(?:\?[\w!$&'()*+,;=:@/?%.~-]*)?(?:#[\w%.~-]*)?$/

const MOST_LENGTH = 4000

/**
 * The page of this app that `text` names, with its query; the timeline where it names none. `text` may come from
 * anybody: what another site could be reached by (`//`, `/\`, a scheme, control characters, however escaped) is none.
 */
export const safeReturnPath = (text: string | null | undefined): string =>
  text && text.length <= MOST_LENGTH && ownAddress.test(text) ? text : HOME
