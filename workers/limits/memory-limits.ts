import { type ModelState, newModelState, reserveIn, settleIn } from './limit-state.ts'
import type { LimitKeeper, Limits } from './limits.ts'

/** Limits of one process. They begin anew with it, but for the money of the day, which the ledger knows. */
export function memoryLimits(limits: Limits, clock: () => number = steadyClock): LimitKeeper {
  const servers = new Map<string, ModelState>()
  const money = { day: -1, usd: 0, reserved: 0 }
  const stateOf = (server: string) => {
    const state = servers.get(server) ?? newModelState()
    servers.set(server, state)
    return state
  }
  return {
    reserve: async (server, asked, seed) => reserveIn(stateOf(server), money, { now: clock(), asked, limits, seed }),
    settle: async (server, granted, ended) =>
      settleIn(stateOf(server), money, { now: clock(), granted, ended, limits }),
  }
}

/** The time of day as it was at the start of the process and has gone on since: setting the clock does not move it. */
function steadyClock(): number {
  return performance.timeOrigin + performance.now()
}
