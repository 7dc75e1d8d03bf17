import type { House } from './house.ts'

const MOST_SECONDS = 60

/** Seconds of `Prefer: wait=N` (RFC 7240), at most a minute; 0 where it is not asked for. */
export function secondsToWait(prefer: string | undefined): number {
  const wait = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?/i.exec(prefer ?? '')?.[1]
  return wait === undefined ? 0 : Math.min(MOST_SECONDS, Number(wait))
}

/** In a fleet another process may do the work, of which this one hears nothing. */
export function lookAgainMs({ runtime }: House): number {
  return runtime.isFleet ? 150 : 1000
}

/** Resolves when a request is settled, its time is over, or nobody waits any more. */
export async function settledWithin(
  house: House,
  { id, task, seconds, signal }: { id: string; task: number; seconds: number; signal: AbortSignal },
): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!signal.aborted) {
    const left = end - performance.now()
    // Before the state is read, so that nothing is missed in between.
    const change = house.runtime.nextChange(task, { ms: Math.max(0, Math.min(left, lookAgainMs(house))), signal })
    const row = await house.runtime.store.request(id)
    if (left <= 0 || row === undefined || row.state === 'done' || row.state === 'failed' || row.state === 'cancelled')
      return
    await change
  }
}
