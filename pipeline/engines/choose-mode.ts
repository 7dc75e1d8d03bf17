import type { Mode } from '../schema/recipe.ts'
import type { Probe } from './probe.ts'

/** What the choice goes by. */
export type ModeEvidence = Pick<Probe, 'dialect' | 'topLogprobs' | 'size' | 'isOwn'>

/**
 * The mode that `auto` stands for, and why, in a sentence for a person. `guided` is for small models on servers of one's own that
 * enforce a schema narrowed to the article and tell how sure each choice is; everything else gets `chain`. `single` is a person's
 * choice.
 */
export function chooseMode(evidence: ModeEvidence): { mode: Mode; reason: string } {
  const { size, isOwn } = evidence
  if (!isOwn) return chain(NOT_OWN)
  if (size === undefined) return chain(isGuidable(evidence) ? SIZE_UNKNOWN : NO_REASON)
  const told = `With about ${inWords(size.parameters)} parameters${size.toldBy === 'name' ? ' (going by its name)' : ''}`
  if (size.parameters >= SMALLER_THAN)
    return chain(`${told} the model can answer the questions of a whole step at once.`)
  if (isGuidable(evidence)) {
    return {
      mode: 'guided',
      reason: `${told} the model is small, and small models choose better than they write. Its server holds each answer to the choices that the article leaves, and tells how probable each of them was.`,
    }
  }
  return chain(
    `${told} the model is small. The mode guided would suit it, but needs what its server lacks: ${missingIn(evidence)}.`,
  )
}

/**
 * A judgement, not a measure: Qwen2.5 Coder with 1.5 billion parameters was seen to fail at whole steps; larger models were not run
 * on this.
 */
const SMALLER_THAN = 9e9
/** The labels of a stance are five. */
const LEAST_ALTERNATIVES = 5

const NOT_OWN =
  'Each call to a hosted model is billed or counted, so it is asked one question a step; guided would send dozens of calls an article.'
const SIZE_UNKNOWN =
  'Neither the server nor the name of the model tells how large it is. If it has fewer than about 9 billion parameters, use --mode guided: the server has what that needs.'
const NO_REASON = 'Nothing that the server tells speaks for another mode than the usual one.'

function chain(reason: string): { mode: Mode; reason: string } {
  return { mode: 'chain', reason }
}

function isGuidable({ dialect, topLogprobs }: ModeEvidence): boolean {
  return dialect.narrowed && topLogprobs >= LEAST_ALTERNATIVES
}

function missingIn({ dialect, topLogprobs }: ModeEvidence): string {
  const missing = [
    ...(dialect.narrowed ? [] : ['a JSON Schema that holds the model to the choices of one article']),
    ...(topLogprobs >= LEAST_ALTERNATIVES ? [] : [`the probabilities of ${LEAST_ALTERNATIVES} alternatives a token`]),
  ]
  return missing.join(', and ')
}

/** "1.5 billion", "135 million": two digits that count. */
export function inWords(parameters: number): string {
  const [count, unit] = parameters >= 1e9 ? [parameters / 1e9, 'billion'] : [parameters / 1e6, 'million']
  return `${Number(count.toPrecision(count < 100 ? 2 : 3))} ${unit}`
}
