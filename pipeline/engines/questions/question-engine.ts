import PQueue from 'p-queue'
import type { Defect } from '../../schema/analysis.ts'
import type { Lane } from '../../schema/call-contract.ts'
import type { Answers, Engine, Step, Texts } from '../../schema/contracts.ts'
import type { StepName } from '../../schema/recipe.ts'
import { answerAtOnce } from './answer-at-once.ts'
import { answerStep } from './answer-step.ts'
import type { Asker, Chat, Journal, Turns } from './asker.ts'

/**
 * An engine that puts questions to a model: the questions of a step side by side, `slots` of them at a time over all runs and
 * those for editors first, then the gaps of their answers. Several steps at once go as one question, whose faulty parts are then asked alone.
 */
export function questionEngine({ name, chat, texts, slots }: QuestionEngine): Engine {
  const queue = new PQueue({ concurrency: Math.max(1, slots) })
  return {
    name,
    run: async (steps, input, calling): Promise<Answers> => {
      const journal: Journal = { calls: [], defects: [], warnings: [] }
      const run: Asker = { chat, texts, input, journal, calling, inTurn: turns(queue, calling.account.lane) }
      const parts = steps.length > 1 ? await answerAtOnce(steps, run) : await answerEach(steps, run)
      const wires = wiresOf(steps, parts, run)
      // What was learned before this run has shaped its answers, too.
      const learned = chat.learned().map((fault): Defect => ({ step: steps[0]?.name ?? 'actors', ...fault }))
      return { wires, ...journal, defects: [...learned, ...journal.defects] }
    },
  }
}
export type QuestionEngine = { name: string; chat: Chat; texts: Texts; slots: number }

/** When one fails, those under way are awaited, so that what is paid for is stored; the rest does not start. */
function turns(queue: PQueue, lane: Lane): Turns {
  const priority = lane === 'editorial' ? 1 : 0
  return async (acts) => {
    const failures: unknown[] = []
    const started = acts.map((act) =>
      queue.add(
        async () => {
          if (failures.length > 0) throw failures[0]
          try {
            return await act()
          } catch (error) {
            failures.push(error)
            throw error
          }
        },
        { priority },
      ),
    )
    await Promise.allSettled(started)
    if (failures.length > 0) throw failures[0]
    return Promise.all(started)
  }
}

type Parts = ReadonlyMap<StepName, readonly unknown[]>

async function answerEach(steps: readonly Step[], run: Asker): Promise<Parts> {
  const answered = new Map<StepName, readonly unknown[]>()
  for (const step of steps) {
    const parts = await answerStep(step, run)
    if (parts) answered.set(step.name, parts)
  }
  return answered
}

function wiresOf(steps: readonly Step[], parts: Parts, { input, journal }: Asker): Map<StepName, unknown> {
  const wires = new Map<StepName, unknown>()
  for (const step of steps) {
    const answered = parts.get(step.name)
    if (answered === undefined) continue
    const wire = step.wire.safeParse(step.merge(answered, input))
    if (wire.success) wires.set(step.name, wire.data)
    else journal.defects.push({ step: step.name, kind: 'part-failed', detail: 'the answers do not fit together' })
  }
  return wires
}
