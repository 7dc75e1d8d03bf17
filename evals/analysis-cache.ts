import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Analysis } from '../pipeline/schema/analysis.ts'
import { recipeHash, sha256 } from '../pipeline/schema/hash.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'

type Key = { contentHash: string; recipe: Recipe; sample: number }

/** The analysis that was kept for an article, a recipe (which names the version of the rules) and a sample, else the one that `make` gives. */
export type AnalysisCache = (key: Key, make: () => Promise<Analysis>) => Promise<Analysis>

/** One JSON file an analysis. A file that is damaged, or of an older shape, is made anew. */
export function analysisCache(folder: string): AnalysisCache {
  return async ({ contentHash, recipe, sample }, make) => {
    const name = sha256(`${contentHash} ${recipeHash(recipe)} ${sample}`)
    const path = join(folder, name.slice(0, 2), `${name}.json`)
    const kept = await readKept(path)
    if (kept) return kept
    const analysis = await make()
    await mkdir(dirname(path), { recursive: true })
    const part = `${path}.${process.pid}.part`
    await writeFile(part, JSON.stringify(analysis))
    await rename(part, path)
    return analysis
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
