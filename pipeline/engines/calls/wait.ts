import { setTimeout as sleep } from 'node:timers/promises'

/** Waits, or rejects with the signal's own reason. */
export async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}

/** Another's promise, or the signal's own reason as soon as that comes. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  promise.catch(() => {}) // it may fail after the signal has won
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Milliseconds before the next attempt: doubling from half a second to eight, half of it by chance, so that clients part. */
export function backoffMs(attempt: number): number {
  const longest = Math.min(500 * 2 ** attempt, 8_000)
  return longest / 2 + (Math.random() * longest) / 2
}
