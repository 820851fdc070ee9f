import { checkHealth } from '@/lib/operations/check-health'

export const dynamic = 'force-dynamic'

/** For monitors and balancers: 200 while this instance can serve, 503 while its database is away. */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
