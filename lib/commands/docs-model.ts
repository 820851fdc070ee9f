// npm run docs:model: draws the diagram of docs/data-model.md anew. A test says when it is out of date.

import { readFileSync, writeFileSync } from 'node:fs'
import { diagramOf, modelsOf, withDiagram } from './model-diagram'

const PAGE = 'docs/data-model.md'
const schema = readFileSync('prisma/schema.prisma', 'utf8')

writeFileSync(PAGE, withDiagram(readFileSync(PAGE, 'utf8'), diagramOf(modelsOf(schema))))
console.log(`${PAGE}: drawn from prisma/schema.prisma`)
