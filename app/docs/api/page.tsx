import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { openApiDocument, type PathOperation } from '@/app/_openapi/document'
import { Schema } from './schema'

export async function generateMetadata() {
  const t = await getTranslations('api')
  return { title: t('title') }
}

/** The API for people: the very document that machines read, door by door. */
export default function ApiPage() {
  const t = useTranslations('api')
  const { paths, components } = openApiDocument()
  return (
    <div className="mx-auto max-w-4xl px-4 py-8">
      <h1 className="mb-3 font-bold text-2xl">{t('title')}</h1>
      <p className="mb-2 text-muted">{t('intro')}</p>
      <p className="mb-6 flex flex-wrap gap-4">
        <a href="/api/v1/openapi.json" className="underline">
          {t('document')}
        </a>
        <Link href="/docs/problems" className="underline">
          {t('problems')}
        </Link>
      </p>
      {Object.entries(paths).map(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => (
          <Door key={`${method} ${path}`} method={method} path={path} operation={operation} />
        )),
      )}
      <h2 className="mt-8 mb-3 font-semibold text-xl">{t('schemas')}</h2>
      {Object.entries(components.schemas).map(([name, schema]) => (
        <section key={name} id={name} className="mb-3">
          <Schema title={name} schema={schema} />
        </section>
      ))}
    </div>
  )
}

interface DoorProps {
  method: string
  path: string
  operation: PathOperation
}

function Door({ method, path, operation }: DoorProps) {
  const t = useTranslations('api')
  const scopes = operation.security[0]?.token
  return (
    <section id={operation.operationId} className="mb-4 rounded border border-line bg-surface px-4 py-3">
      <h2 dir="ltr" className="break-words font-mono font-semibold">
        {method.toUpperCase()} {path}
      </h2>
      <p dir="ltr" lang="en">
        {operation.summary}
      </p>
      <p className="text-muted text-sm">
        {scopes ? t('scopes') : t('open')} <bdi dir="ltr">{scopes?.join(', ')}</bdi>
      </p>
      <Parameters operation={operation} />
      {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Schema key={type} title={`${t('body')} · ${type}`} schema={schema} />
      ))}
      <h3 className="mt-2 font-semibold">{t('answers')}</h3>
      <ul dir="ltr" lang="en">
        {Object.entries(operation.responses).map(([status, { description, content }]) => (
          <li key={status}>
            <span className="font-mono">{status}</span> {description}
            {status < '300' &&
              Object.entries(content ?? {}).map(([type, { schema }]) => (
                <Schema key={type} title={type} schema={schema} />
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Parameters({ operation: { parameters } }: Pick<DoorProps, 'operation'>) {
  const t = useTranslations('api')
  if (parameters.length === 0) return null
  return (
    <>
      <h3 className="mt-2 font-semibold">{t('parameters')}</h3>
      <ul dir="ltr" lang="en">
        {parameters.map(({ name, in: where, required, description }) => (
          <li key={name}>
            <span className="font-mono">{name}</span>{' '}
            <span className="text-muted text-sm">
              {where}
              {required ? ', required' : ''}
            </span>{' '}
            {description}
          </li>
        ))}
      </ul>
    </>
  )
}
