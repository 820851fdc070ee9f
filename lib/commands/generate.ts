// npm run generate: writes the typed database client from prisma/schema.prisma into prisma/generated.
import { generateClient } from '@/lib/db/prisma-cli'

console.log((await generateClient()) ? 'Wrote prisma/generated.' : 'prisma/generated is up to date.')
