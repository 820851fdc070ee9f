/** A JSON Schema, folded away until somebody opens it. */
export function Schema({ title, schema }: { title: string; schema: object }) {
  return (
    <details className="my-1">
      <summary className="cursor-pointer text-sm">
        <bdi>{title}</bdi>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre dir="ltr" lang="en" tabIndex={0} className="max-h-96 overflow-auto rounded bg-sunken p-3 text-xs">
        {JSON.stringify(schema, null, 2)}
      </pre>
    </details>
  )
}
