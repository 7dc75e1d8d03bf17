import type { ChatRequest } from '../../../pipeline/engines/scripted-server.fake.ts'
import type { Choice, Engine, Step } from '../../../pipeline/schema/contracts.ts'

/** `question`: step and key, "stances/a2 i1". */
export type HeardQuestion = { question: string; choice: Choice | undefined }

/**
 * Tells which question a request puts: the steps are overheard as they ask, and a request holds the task of its question. Of
 * questions in the same words, which are sent only once, the first counts.
 */
export function hearQuestions() {
  const byTask = new Map<string, HeardQuestion>()
  const overheard = (step: Step): Step => ({
    ...step,
    ask: (...about) => {
      const asked = step.ask(...about)
      for (const { task, key, choice } of asked.questions) {
        if (!byTask.has(task)) byTask.set(task, { question: `${step.name}/${key}`, choice })
      }
      return asked
    },
  })
  return {
    listening: (engine: Engine): Engine => ({
      ...engine,
      run: (steps, input, options) => engine.run(steps.map(overheard), input, options),
    }),
    questionIn: ({ messages }: ChatRequest): HeardQuestion => {
      const said = messages.map(({ content }) => content).join('\n')
      const [longest] = [...byTask].filter(([task]) => said.includes(task)).sort(([a], [b]) => b.length - a.length)
      if (longest === undefined) throw new Error('A request holds none of the tasks that the steps have asked')
      return longest[1]
    },
  }
}
