import type { Warning } from '../schema/analysis.ts'
import type { Reading } from '../schema/reading.ts'
import type { StepName } from '../schema/recipe.ts'
import { type Evidence, evidenceOf } from '../schema/span.ts'

/** A longer list proves nothing more: it only hides the sentence that counts. */
const MAX_EVIDENCE = 5

/**
 * The sentences of the numbers that a model cited, each once, in the order of the article, at most five (the first cited).
 * A number that the article does not have is left out, with a warning that names `what` cited it.
 */
export function cite(
  numbers: readonly number[],
  reading: Reading,
  { step, what, warnings }: { step: StepName; what: string; warnings: Warning[] },
): Evidence[] {
  const known = new Set<number>()
  const unknown = new Set<number>()
  for (const number of numbers) {
    if (reading.sentences[number - 1] === undefined) unknown.add(number)
    else if (known.size < MAX_EVIDENCE) known.add(number - 1)
  }
  if (unknown.size > 0) {
    const list = [...unknown].slice(0, 5).join(', ')
    const message = `${what} cites sentences that do not exist (${list}); the article has ${reading.sentences.length}`
    warnings.push({ code: 'ITEM_INVALID', message, step })
  }
  return sentencesAsEvidence(
    [...known].sort((a, b) => a - b),
    reading,
  )
}

/** Whole sentences as evidence; indexes that the article does not have are left out. */
export function sentencesAsEvidence(indexes: readonly number[], { article, sentences }: Reading): Evidence[] {
  return indexes.flatMap((index) => {
    const sentence = sentences[index]
    return sentence ? [evidenceOf(article.text, sentences, sentence)] : []
  })
}
