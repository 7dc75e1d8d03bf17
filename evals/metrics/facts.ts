/** A fact that a good summary holds. `holds`: groups of alternatives; each group must be met. */
export type KeyFact = { fact: string; holds: readonly string[] }

/**
 * The share of the facts that a summary holds. A group is met by an alternative whose words follow each other in the summary, each
 * the beginning of a word there ("sign" meets "signed"); a number must be the whole number.
 * A machine's stand-in for the content units of the Pyramid method.
 * @see Nenkova and Passonneau 2004, Evaluating Content Selection in Summarization: The Pyramid Method, NAACL
 */
export function factCoverage(summary: string, facts: readonly KeyFact[]): { held: number; of: number } {
  return { held: factsHeld(summary, facts).filter(Boolean).length, of: facts.length }
}

/** For each fact, whether the summary holds it. */
export function factsHeld(summary: string, facts: readonly KeyFact[]): boolean[] {
  const text = tokens(summary)
  return facts.map(({ holds }) => holds.every((group) => group.split('|').some((one) => occurs(tokens(one), text))))
}

/** Numbers with their separators, so that "1,204" is not met by "1" or "204". */
function tokens(text: string): string[] {
  return text.toLowerCase().match(/\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{N}]+/gu) ?? []
}

function occurs(wanted: readonly string[], text: readonly string[]): boolean {
  if (wanted.length === 0) return false
  return text.some((_, at) => wanted.every((word, offset) => begins(text[at + offset], word)))
}

function begins(word: string | undefined, beginning: string): boolean {
  if (word === undefined) return false
  return /^\p{N}/u.test(beginning) ? word === beginning : word.startsWith(beginning)
}
