import { analyse } from '../../pipeline/analyse.ts'
import { memoryLedger } from '../../pipeline/engines/memory-ledger.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Call, Ledger, Limiter } from '../../pipeline/schema/call-contract.ts'
import type { EngineFor } from '../../pipeline/schema/contracts.ts'
import { recipeHash, sha256 } from '../../pipeline/schema/hash.ts'
import type { Recipe } from '../../pipeline/schema/recipe.ts'
import { usageOf } from '../../pipeline/usage.ts'
import type { FileCache } from '../file-cache.ts'
import type { System } from './system.ts'

type Options = {
  engineFor(recipe: Recipe): EngineFor
  limiter: Limiter
  /** Only for engines that cost something: rules are computed anew, so that no old score is ever shown. */
  cache?: FileCache<Analysis>
  /** Where answers of the model are kept; by default nowhere, so that an analysis asks everything anew. */
  ledger?: Ledger
  /** Where the models are served: the same name elsewhere may be another model. */
  server?: string
  /** false: a model has no price, so that what the others cost is not what an article costs. */
  isPriced?: boolean
  /** 1 asks everything anew that sample 0 was answered, every time. */
  sample?: number
  signal?: AbortSignal
}

/** An engine under a recipe. What it answered before for the same article and recipe is taken from the cache. */
export function engineSystem(name: string, recipe: Recipe, options: Options): System {
  const { engineFor, limiter, cache, ledger, sample = 0, server = '', isPriced = true, signal } = options
  return {
    name,
    async analyse(reading, { given } = {}): Promise<Analysis> {
      const asked = {
        ...recipe,
        targets: [...(given?.targets ?? recipe.targets)],
        actors: [...(given?.actors ?? recipe.actors)],
      }
      const { contentHash } = reading.article
      const make = async () => {
        const calls: Call[] = []
        const analysis = await analyse(reading, asked, {
          engineFor: engineFor(asked),
          account: {
            ledger: sample > 0 ? memoryLedger() : (ledger ?? memoryLedger()),
            limiter,
            sample,
            lane: 'archive',
            article: contentHash,
          },
          signal,
          onCall: (call) => calls.push(call),
        })
        return asFirstPaid(analysis, calls)
      }
      const shown = isPriced ? (analysis: Analysis) => analysis : withoutCost
      if (cache === undefined || sample > 0) return shown(await make())
      // The recipe names the version of the rules, so that a changed rule never shows an old score.
      const key = sha256([contentHash, reading.language, recipeHash(asked), server].join(' '))
      return shown(await cache(key, make, { isKept: isAnswered }))
    },
  }
}

/** Its usage as it was when its answers were first given: what is scored is what a model costs, not what was left to pay. */
function asFirstPaid(analysis: Analysis, calls: readonly Call[]): Analysis {
  if (calls.every(({ replayed }) => !replayed)) return analysis
  const paid = calls.map((call) => ({ ...call, replayed: false }))
  const ms = paid.reduce((sum, call) => sum + call.ms, 0)
  return { ...analysis, usage: usageOf(paid, { ...analysis.usage.msByStep, reactions: ms }) }
}

function withoutCost(analysis: Analysis): Analysis {
  const { costUsd: _, ...usage } = analysis.usage
  return { ...analysis, usage }
}

/** Without a usable answer to the first question nothing can be judged: a server that was out may answer the next time. */
function isAnswered({ defects }: Analysis): boolean {
  return defects.every(({ kind, step }) => kind !== 'part-failed' || step !== 'actors')
}
