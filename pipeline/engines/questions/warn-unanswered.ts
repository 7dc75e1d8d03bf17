import type { Defect } from '../../schema/analysis.ts'
import type { StepName } from '../../schema/recipe.ts'
import type { Fault } from '../replies/read-answer.ts'
import type { Asker } from './asker.ts'

/**
 * Tells a reader that questions stayed without a usable answer: one warning for a part that nobody answered, else one a
 * question; in mode `guided`, whose questions are many and where the rules know an answer, one for all of a part. None in a repair, where grounding names each claim that was not mended.
 */
export function warnUnanswered(
  step: StepName,
  { isAnswered, failures }: { isAnswered: boolean; failures: readonly Fault[] },
  { input, journal }: Pick<Asker, 'input' | 'journal'>,
): void {
  if (input.complaints) return
  const reason = failures.at(-1)
  if (reason && input.recipe.steps[step].mode === 'guided') {
    const what = failures.length === 1 ? '1 question' : `${failures.length} questions`
    const message = `For the part "${step}" ${what} stayed without a usable answer: ${IN_WORDS[reason.kind]}. The rules answer there.`
    journal.warnings.push({ code: 'UNANSWERED', step, message })
    return
  }
  if (!isAnswered && reason) {
    const message = `The model gave no usable answer for the part "${step}": ${IN_WORDS[reason.kind]}.`
    journal.warnings.push({ code: 'PART_EMPTY', step, message })
    return
  }
  for (const { kind } of failures) {
    const message = `One of the questions for the part "${step}" stayed without a usable answer: ${IN_WORDS[kind]}.`
    journal.warnings.push({ code: 'UNANSWERED', step, message })
  }
}

/** Each fault, as the end of a sentence for a reader. */
const IN_WORDS: Readonly<Record<Defect['kind'], string>> = {
  'schema-unsupported': 'the server takes no JSON Schema',
  'tools-unsupported': 'the server takes no tools',
  'parameter-refused': 'the server refused a parameter',
  'json-repaired': 'its JSON was broken',
  'invalid-json': 'it was not JSON',
  'invalid-shape': 'it did not have the form that was asked for',
  truncated: 'it was cut off',
  loop: 'it repeated the same words without end',
  empty: 'it was empty',
  'reasoning-only': 'it held thoughts but no answer',
  refusal: 'the model refused',
  'content-filter': "the provider's content filter held it back",
  'asked-again': 'it failed twice',
  gap: 'it left something out',
  'no-usage': 'it reported no token counts',
  'single-as-chain': 'the article was read in parts',
  'part-failed': 'it could not be used',
}
