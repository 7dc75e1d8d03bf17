import { StandpointError } from '../pipeline/schema/errors.ts'
import { EXIT } from './exit.ts'

/** A terminal may reach a process twice with one Ctrl-C: itself, and through the launcher that passes signals on. */
const SAME_KEY_MS = 250

/**
 * A signal that the first Ctrl-C (or SIGTERM) raises, for work that then ends in its own time. The second ends the process at
 * once. `onFirst` tells the person so. Where npm started the process, the end of npm counts as the first.
 */
export function onInterrupt(onFirst: () => void): { signal: AbortSignal; [Symbol.dispose](): void } {
  const controller = new AbortController()
  let firstAt: number | undefined
  const stop = () => {
    firstAt = performance.now()
    onFirst()
    controller.abort(new StandpointError('CANCELLED', 'Stopped'))
  }
  const interrupted = () => {
    if (firstAt === undefined) stop()
    else if (performance.now() - firstAt > SAME_KEY_MS) process.exit(EXIT.interrupted)
  }
  const watch = isStartedByNpm(process.env) ? onOrphaned(() => firstAt ?? stop()) : undefined
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', interrupted)
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearInterval(watch)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
    },
  }
}

/** By `npm start` of our package, or by npx: not by a script that starts a server and goes away. */
function isStartedByNpm({ npm_lifecycle_event: event, npm_package_name: name }: NodeJS.ProcessEnv): boolean {
  return event === 'npx' || (event === 'start' && name === 'standpoint')
}

const LOOK_EVERY_MS = 500

/**
 * npm starts a command through a shell, and `sh` of Debian passes no signal on: whoever stops npm ends npm and the shell, and
 * this process only loses its parent. It would run on, and keep its folder and its port.
 */
function onOrphaned(stop: () => void): NodeJS.Timeout {
  const parent = process.ppid
  return setInterval(() => process.ppid === parent || stop(), LOOK_EVERY_MS).unref()
}
