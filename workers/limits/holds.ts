import type { HeldBack, Limiter } from '../../pipeline/schema/call-contract.ts'

/** Calls wait for this reason, for so long at least. */
export type HeldBackUntil = { because: HeldBack; leftMs: number }

/** Remembers why calls were held back last, for whoever watches. */
export type Holds = { noting(limiter: Limiter): Limiter; current(): HeldBackUntil | undefined }

export function newHolds(clock: () => number = () => performance.now()): Holds {
  let held: { because: HeldBack; until: number } | undefined
  return {
    noting: (limiter) => ({
      async reserve(need, call) {
        const reservation = await limiter.reserve(need, call)
        if (reservation.kind === 'granted') held = undefined
        else held = { because: reservation.because, until: clock() + reservation.retryAfterMs }
        return reservation
      },
    }),
    current: () => {
      const leftMs = held === undefined ? 0 : held.until - clock()
      return held && leftMs > 0 ? { because: held.because, leftMs } : undefined
    },
  }
}
