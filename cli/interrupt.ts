import { StandpointError } from '../pipeline/schema/errors.ts'
import { EXIT } from './exit.ts'

/** A terminal may reach a process twice with one Ctrl-C: itself, and through the launcher that passes signals on. */
const SAME_KEY_MS = 250

/**
 * A signal that the first Ctrl-C (or SIGTERM) raises, for work that then ends in its own time. The second ends the process at
 * once. `onFirst` tells the person so.
 */
export function onInterrupt(onFirst: () => void): { signal: AbortSignal; [Symbol.dispose](): void } {
  const controller = new AbortController()
  let firstAt: number | undefined
  const interrupted = () => {
    const now = performance.now()
    if (firstAt === undefined) {
      firstAt = now
      onFirst()
      controller.abort(new StandpointError('CANCELLED', 'Stopped'))
    } else if (now - firstAt > SAME_KEY_MS) process.exit(EXIT.interrupted)
  }
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', interrupted)
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
    },
  }
}
