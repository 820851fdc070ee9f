import 'server-only'
import { env } from '@/lib/env'

/** Address of the outside style that a keeper lets lie under the map; null: the map asks nobody. */
export const groundOfMap = (): string | null => env('WAQAI_MAP_STYLE_URL') ?? null
