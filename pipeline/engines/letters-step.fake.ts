import { z } from 'zod'
import type { Question, Step } from '../schema/contracts.ts'

const Letters = z.strictObject({ items: z.array(z.strictObject({ text: z.string() })) })

/** A FAKE step for tests of engines: one small question for each key, each answered by a list of texts; the wire joins them. */
export function lettersStep(keys: readonly string[] = ['one'], { gaps = [] }: { gaps?: readonly string[] } = {}): Step {
  const question = (key: string): Question => ({
    key,
    sentences: [0],
    task: `Task ${key}`,
    schema: Letters,
    maxTokens: 100,
    read: (answer) => Letters.parse(answer).items.map(({ text }) => text),
  })
  return {
    name: 'summary',
    wire: z.array(z.string()),
    answer: z.array(z.string()),
    ask: (_texts, _input, answered) => ({ known: [], questions: (answered.size === 0 ? keys : gaps).map(question) }),
    merge: (parts) => parts.flat(),
    resolve: () => ({ parts: {}, warnings: [] }),
    extract: () => [],
    claims: () => [],
    drop: () => ({ parts: {}, warnings: [] }),
    recite: (parts) => parts,
    mend: (parts) => ({ parts, mended: [] }),
    review: () => [],
  }
}

/** An answer to its questions. */
export const letters = (...texts: string[]) => ({ items: texts.map((text) => ({ text })) })
