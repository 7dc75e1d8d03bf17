import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analysis } from '../pipeline/schema/analysis.ts'
import { recipeHash, sha256 } from '../pipeline/schema/hash.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'

type Key = { contentHash: string; recipe: Recipe; sample: number }

/** Analyses by article, recipe (which names the version of the rules) and sample. */
export type AnalysisCache = { get(key: Key, make: () => Promise<Analysis>): Promise<Analysis> }

/** One JSON file an analysis. A file that is damaged, or of an older shape, is made anew. */
export function analysisCache(folder: string): AnalysisCache {
  return {
    async get(key, make) {
      const name = sha256(`${key.contentHash} ${recipeHash(key.recipe)} ${key.sample}`)
      const path = join(folder, name.slice(0, 2), `${name}.json`)
      const kept = await readKept(path)
      if (kept) return kept
      const analysis = await make()
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true })
      const part = `${path}.${process.pid}.part`
      await writeFile(part, JSON.stringify(analysis))
      await rename(part, path)
      return analysis
    },
  }
}

async function readKept(path: string): Promise<Analysis | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return Analysis.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
