// npm run build: makes the production build, if the one there is of other sources.
import { buildIfNeeded } from './production-build'

const built = await buildIfNeeded({ announce: () => console.log('Building …') })
if (!built) console.log('The build is up to date.')
