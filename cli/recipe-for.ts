import type { Recipe } from '../pipeline/schema/recipe.ts'
import type { Config } from '../workers/config.ts'
import { type Engines, unpricedOf } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { type RecipeFlags, recipeOptionsOf } from './options.ts'
import { readable } from './readable.ts'
import { tell } from './terminal.ts'

/** The recipe that the flags ask for. What of the settings does not go with it is told. */
export async function recipeFor(flags: RecipeFlags, tools: { config: Config; engines: Engines }): Promise<Recipe> {
  const recipe = await recipeOf(recipeOptionsOf(flags), tools)
  for (const note of [idleCalibration(recipe, tools.config), withoutPrice(recipe, tools.config)]) {
    if (note !== undefined) tell(readable(note))
  }
  return recipe
}

/** The settings' calibration is of the settings' model; another one may be asked for stances. */
function idleCalibration({ steps, calibration }: Recipe, { calibration: file, model }: Config): string | undefined {
  const asked = steps.stances
  if (file === undefined || calibration !== undefined || asked.mode !== 'guided') return undefined
  return `STANDPOINT_CALIBRATION goes with ${model}: how sure ${asked.model} is of a stance is not calibrated.`
}

/** The cost of one model alone would be taken for that of the analysis. */
function withoutPrice(recipe: Recipe, config: Config): string | undefined {
  const models = unpricedOf(recipe, config).join(' and ')
  return models === '' ? undefined : `STANDPOINT_PRICES has no price for ${models}: what an article costs is not told.`
}
