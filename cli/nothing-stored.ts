import { existsSync } from 'node:fs'
import type { Config } from '../workers/config.ts'

/** True when there is no data folder yet: whoever only looks must not make one. */
export function isNothingStored({ fleet, dataFolder }: Config): boolean {
  return fleet === undefined && !existsSync(dataFolder)
}
