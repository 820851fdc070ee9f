import { answer, json } from '@/app/_http/answer'
import { openApiDocument } from '@/app/_openapi/document'

/** The API told to machines; /docs/api tells it to people. Open to everybody: it holds nothing of the record. */
export const GET = (request: Request) => answer(request, async () => json(openApiDocument()))
