import { analyse } from '../../pipeline/analyse.ts'
import { memoryLedger } from '../../pipeline/engines/memory-ledger.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { EngineFor, Limiter } from '../../pipeline/schema/contracts.ts'
import { recipeHash, sha256 } from '../../pipeline/schema/hash.ts'
import type { Recipe } from '../../pipeline/schema/recipe.ts'
import type { FileCache } from '../file-cache.ts'
import type { System } from './system.ts'

type Options = {
  engineFor(recipe: Recipe): EngineFor
  limiter: Limiter
  /** Only for engines that cost something: rules are computed anew, so that no old score is ever shown. */
  cache?: FileCache<Analysis>
  /** Where the model is served: the same name elsewhere may be another model. */
  server?: string
  /** 1 asks everything anew that sample 0 was answered, every time. */
  sample?: number
  signal?: AbortSignal
}

/** An engine under a recipe. What it answered before for the same article and recipe is taken from the cache. */
export function engineSystem(name: string, recipe: Recipe, options: Options): System {
  const { engineFor, limiter, cache, sample = 0, server = '', signal } = options
  return {
    name,
    async analyse(reading, { given } = {}): Promise<Analysis> {
      const asked = {
        ...recipe,
        targets: [...(given?.targets ?? recipe.targets)],
        actors: [...(given?.actors ?? recipe.actors)],
      }
      const { contentHash } = reading.article
      const make = () =>
        analyse(reading, asked, {
          engineFor: engineFor(asked),
          account: { ledger: memoryLedger(), limiter, sample, lane: 'archive', article: contentHash },
          signal,
        })
      if (cache === undefined || sample > 0) return make()
      // The recipe names the version of the rules, so that a changed rule never shows an old score.
      const key = sha256([contentHash, reading.language, recipeHash(asked), server].join(' '))
      return cache(key, make, { isKept: isAnswered })
    },
  }
}

/** Without a usable answer to the first question nothing can be judged: a server that was out may answer the next time. */
function isAnswered({ defects }: Analysis): boolean {
  return defects.every(({ kind, step }) => kind !== 'part-failed' || step !== 'actors')
}
