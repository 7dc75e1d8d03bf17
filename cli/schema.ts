import { z } from 'zod'
import { Analysis, Result } from '../pipeline/schema/analysis.ts'
import { Article } from '../pipeline/schema/article.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { Recipe } from '../pipeline/schema/recipe.ts'

const shapes = new Map<string, z.ZodType>(
  Object.entries({ result: Result, analysis: Analysis, article: Article, recipe: Recipe }),
)

/** Prints the JSON Schema (draft 2020-12) of a shape. */
export function schema(name: string): void {
  const shape = shapes.get(name)
  if (shape === undefined) {
    throw new StandpointError('OPTION_INVALID', `There is no schema "${name}"`, {
      fix: `Ask for one of: ${[...shapes.keys()].join(', ')}.`,
    })
  }
  process.stdout.write(`${JSON.stringify(z.toJSONSchema(shape), undefined, 2)}\n`)
}
