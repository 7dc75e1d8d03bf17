import type { Window } from './schema/contracts.ts'
import { StandpointError } from './schema/errors.ts'
import type { Reading } from './schema/reading.ts'

/** Room that the rules, a task, its schema and the answer take beside the article, in tokens. */
const RESERVED_TOKENS = 6_000
/** A model with less context than this cannot hold the rules, a task and a few paragraphs. */
const MIN_CONTEXT_TOKENS = 4_096

/**
 * The windows of an article: stretches of sentences that fit into a model's context together with rules, task and answer.
 * Splits between paragraphs; a paragraph that is too long is split between sentences, never inside a quotation that fits.
 * Windows are of about equal size. A single sentence larger than a window is in none of them (see `cutSentences`).
 * @param contextTokens the model's context; without it the whole article is one window
 * @param tokensOf a conservative estimate of the tokens of a text
 * @throws StandpointError CONTEXT_TOO_SMALL below {@link MIN_CONTEXT_TOKENS}
 */
export function windowsOf(
  reading: Reading,
  contextTokens: number | undefined,
  tokensOf: (text: string) => number,
): Window[] {
  const whole = [{ index: 0, sentences: reading.sentences.map((sentence) => sentence.index) }]
  if (contextTokens === undefined) return whole
  const budget = articleBudget(contextTokens)
  const sizes = reading.sentences.map((s) => tokensOf(reading.article.text.slice(s.start, s.end)) + NUMBER_TOKENS)
  const total = sum(sizes)
  if (total <= budget) return whole
  const fair = Math.min(budget, Math.ceil((total / Math.ceil(total / budget)) * 1.1))
  const blocks = paragraphBlocks(reading).flatMap((block) =>
    sizeOf(block, sizes) <= fair
      ? [block]
      : quotationBlocks(block, reading).flatMap((b) => splitLong(b, sizes, budget)),
  )
  return pack(blocks, sizes, fair).map((sentences, index) => ({ index, sentences }))
}

/** Indexes of the sentences that no window holds because each alone is larger than one. */
export function cutSentences(reading: Reading, windows: readonly Window[]): number[] {
  const shown = new Set(windows.flatMap((window) => window.sentences))
  return reading.sentences.map((sentence) => sentence.index).filter((index) => !shown.has(index))
}

/** Tokens that the number of a sentence and its line take. */
const NUMBER_TOKENS = 5

function articleBudget(contextTokens: number): number {
  if (contextTokens < MIN_CONTEXT_TOKENS) {
    throw new StandpointError('CONTEXT_TOO_SMALL', `A context of ${contextTokens} tokens is too small`, {
      fix: `Use a model, or server settings, with at least ${MIN_CONTEXT_TOKENS} tokens of context (STANDPOINT_CONTEXT_TOKENS tells Standpoint how many there are).`,
    })
  }
  return contextTokens - Math.min(RESERVED_TOKENS, Math.floor(contextTokens * 0.7))
}

/** Sentence indexes, grouped by paragraph. */
function paragraphBlocks({ sentences, paragraphs }: Reading): number[][] {
  const blocks: number[][] = []
  let paragraph = -1
  for (const sentence of sentences) {
    const before = paragraph
    while ((paragraphs[paragraph + 1]?.start ?? Number.POSITIVE_INFINITY) <= sentence.start) paragraph++
    if (paragraph !== before || blocks.length === 0) blocks.push([])
    blocks.at(-1)?.push(sentence.index)
  }
  return blocks
}

/** Cuts a block between sentences, but keeps those together that one quotation runs through. */
function quotationBlocks(block: readonly number[], { sentences, quotations }: Reading): number[][] {
  const first = sentences[block[0] ?? 0]
  const last = sentences[block.at(-1) ?? 0]
  const inside = quotations.filter((q) => q.end > (first?.start ?? 0) && q.start < (last?.end ?? 0))
  const blocks: number[][] = []
  let quotedUntil = -1
  let next = 0
  for (const index of block) {
    const sentence = sentences[index]
    if (sentence === undefined) continue
    if (sentence.start < quotedUntil) blocks.at(-1)?.push(index)
    else blocks.push([index])
    for (let quotation = inside[next]; quotation && quotation.start < sentence.end; quotation = inside[++next]) {
      quotedUntil = Math.max(quotedUntil, quotation.end)
    }
  }
  return blocks
}

/** A stretch too long for any window is cut sentence by sentence; a sentence that is too long is left out. */
function splitLong(block: readonly number[], sizes: readonly number[], budget: number): number[][] {
  if (sizeOf(block, sizes) <= budget) return [[...block]]
  return block.filter((index) => (sizes[index] ?? 0) <= budget).map((index) => [index])
}

function pack(blocks: readonly number[][], sizes: readonly number[], room: number): number[][] {
  const windows: number[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const size = sizeOf(block, sizes)
    if (used + size > room) {
      windows.push([])
      used = 0
    }
    windows.at(-1)?.push(...block)
    used += size
  }
  return windows
}

function sizeOf(block: readonly number[], sizes: readonly number[]): number {
  return sum(block.map((index) => sizes[index] ?? 0))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
