/** A model of schema.prisma, as far as a diagram shows it. */
interface Model {
  name: string
  fields: { name: string; type: string; key: boolean }[]
  relations: { to: string; field: string; optional: boolean }[]
}

const scalars = new Set(['Int', 'String', 'Boolean', 'DateTime', 'Float', 'Json', 'Bytes'])

/** Reads the models of a Prisma schema's text: columns, and the relations that a model holds the foreign key of. */
export function modelsOf(schema: string): Model[] {
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => {
    const rows = body
      .split('\n')
      .map((line) => /^\s{2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/.exec(line))
      .filter((row) => row !== null)
    return {
      name,
      fields: rows
        .filter(([, , type = '']) => scalars.has(type))
        .map(([, field = '', type = '', list, , rest = '']) => ({
          name: field,
          type: list ? `${type}-list` : type,
          key: rest.includes('@id'),
        })),
      relations: rows
        .filter(([, , , , , rest = '']) => rest.includes('fields:'))
        .map(([, field = '', to = '', , optional]) => ({ field, to, optional: optional === '?' })),
    }
  })
}

/** The models as a Mermaid entity-relationship diagram. */
export function diagramOf(models: readonly Model[]): string {
  const boxes = models.map(({ name, fields }) => {
    const rows = fields.map(({ name: field, type, key }) => `    ${type} ${field}${key ? ' PK' : ''}`)
    return `  ${name} {\n${rows.join('\n')}\n  }`
  })
  const arrows = models.flatMap(({ name, relations }) =>
    relations.map(({ to, field, optional }) => `  ${name} }o--${optional ? 'o|' : '||'} ${to} : ${field}`),
  )
  return ['```mermaid', 'erDiagram', ...arrows, ...boxes, '```'].join('\n')
}

const START = '<!-- generated from prisma/schema.prisma by npm run docs:model -->'
const END = '<!-- end of the generated part -->'

/** `page` with the part between its markers replaced by `diagram`. Throws where the markers are missing. */
export function withDiagram(page: string, diagram: string): string {
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  if (start < 0 || end < start) throw new Error('docs/data-model.md has lost the markers of its diagram')
  return `${page.slice(0, start + START.length)}\n\n${diagram}\n\n${page.slice(end)}`
}
