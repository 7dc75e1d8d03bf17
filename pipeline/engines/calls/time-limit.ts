import type { Need } from '../../schema/call-contract.ts'

/** Tokens a second, as the probe measured them. */
export type Speed = { prompt: number; output: number }

/** A server nobody has measured: a small model on a processor. */
const UNKNOWN_SPEED: Speed = { prompt: 40, output: 8 }
/** Other calls may be before this one, and a long context slows the output down. */
const PATIENCE_FACTOR = 4
const FLOOR_MS = 60_000

/** How long a call may take, from the measured speed and the size of the request and its answer. */
export function timeLimitMs({ tokensIn, tokensOut }: Need, speed: Speed = UNKNOWN_SPEED): number {
  const seconds = tokensIn / speed.prompt + tokensOut / speed.output
  return Math.min(FLOOR_MS + Math.ceil(seconds * 1000 * PATIENCE_FACTOR), 2 ** 31 - 1)
}
