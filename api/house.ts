import type { Config } from '../workers/config.ts'
import type { Engines } from '../workers/engines.ts'
import type { SafeFetch } from '../workers/fetch/safe-fetch.ts'
import type { Log } from '../workers/log.ts'
import type { Runtime } from '../workers/runtime.ts'
import type { Metrics } from './metrics.ts'

/** What the routes of the API work with. */
export type House = {
  runtime: Runtime
  config: Config
  engines: Engines
  log: Log
  /** Fetches web addresses that users name; absent where that is switched off. */
  fetcher?: SafeFetch
}

export type RouteHouse = House & {
  metrics: Metrics
  /** A key was made, changed or revoked. */
  keysChanged(): void
}
