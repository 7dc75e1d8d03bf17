import type { Usage } from './schema/analysis.ts'
import type { Call } from './schema/call-contract.ts'
import type { StepName } from './schema/recipe.ts'

/**
 * Sums calls up. Tokens and cost of replayed calls were paid before and are left out. Where the cost of one call is not known, that of
 * all is not.
 */
export function usageOf(calls: readonly Call[], msByStep: Partial<Record<StepName, number>>): Usage {
  const paid = calls.filter((call) => !call.replayed)
  const total = (of: (call: Call) => number) => paid.reduce((sum, call) => sum + of(call), 0)
  const isPriced = paid.length > 0 && paid.every((call) => call.costUsd !== undefined)
  return {
    calls: paid.length,
    replayed: calls.length - paid.length,
    tokensIn: total((call) => call.tokensIn),
    tokensCached: total((call) => call.tokensCached),
    tokensOut: total((call) => call.tokensOut),
    ...(isPriced && { costUsd: total((call) => call.costUsd ?? 0) }),
    msByStep,
  }
}
