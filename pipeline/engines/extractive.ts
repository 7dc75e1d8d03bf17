import type { Answers, Engine } from '../schema/contracts.ts'
import type { StepName } from '../schema/recipe.ts'

/** The engine without a model and without a network: every step is answered by its own rules. */
export function extractiveEngine(): Engine {
  return {
    name: 'extractive',
    run: async (steps, input, { signal }): Promise<Answers> => {
      signal?.throwIfAborted()
      const wires = new Map<StepName, unknown>(steps.map((step) => [step.name, step.extract(input)]))
      return { wires, defects: [], calls: [], warnings: [] }
    },
  }
}
