import type { Recipe } from '../pipeline/schema/recipe.ts'
import type { Config } from '../workers/config.ts'
import type { Engines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { type RecipeFlags, recipeOptionsOf } from './options.ts'
import { readable } from './readable.ts'
import { tell } from './terminal.ts'

/** The recipe that the flags ask for. What of the settings does not go with it is told. */
export async function recipeFor(flags: RecipeFlags, tools: { config: Config; engines: Engines }): Promise<Recipe> {
  const recipe = await recipeOf(recipeOptionsOf(flags), tools)
  const idle = idleCalibration(recipe, tools.config)
  if (idle !== undefined) tell(readable(idle))
  return recipe
}

/** The settings' calibration is of the settings' model; another one may be asked for stances. */
function idleCalibration({ steps, calibration }: Recipe, { calibration: file, model }: Config): string | undefined {
  const asked = steps.stances
  if (file === undefined || calibration !== undefined || asked.mode !== 'guided') return undefined
  return `STANDPOINT_CALIBRATION goes with ${model}: how sure ${asked.model} is of a stance is not calibrated.`
}
