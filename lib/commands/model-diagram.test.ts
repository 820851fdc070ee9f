import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagramOf, modelsOf, withDiagram } from './model-diagram'

const schema = `
model Report {
  id     Int     @id
  tags   String[]
  outlet String
  claims Claim[]

  @@map("report")
}

model Claim {
  id       Int     @id
  reportId Int?    @map("report_id")
  report   Report? @relation(fields: [reportId], references: [id])
}
`

test('draws columns, keys and the relations a model holds the key of', () => {
  expect(diagramOf(modelsOf(schema))).toBe(
    [
      '```mermaid',
      'erDiagram',
      '  Claim }o--o| Report : report',
      '  Report {\n    Int id PK\n    String-list tags\n    String outlet\n  }',
      '  Claim {\n    Int id PK\n    Int reportId\n  }',
      '```',
    ].join('\n'),
  )
})

test('docs/data-model.md shows the schema as it is: npm run docs:model draws it', () => {
  const page = readFileSync('docs/data-model.md', 'utf8')
  const models = modelsOf(readFileSync('prisma/schema.prisma', 'utf8'))
  expect(models.length).toBeGreaterThan(20)
  expect(page).toBe(withDiagram(page, diagramOf(models)))
})
