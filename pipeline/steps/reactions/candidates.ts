import type { ActorId } from '../../schema/analysis.ts'
import type { Cast } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import { namedTest } from '../named-test.ts'
import { chainOf, maySpeak } from '../quotation-chain.ts'

/** A quotation that somebody may have spoken, as a model is asked about it: its number and where it stands. */
export type Candidate = { number: number; sentences: readonly number[] }

/** Quotations that begin in these sentences, without those that nobody speaks; one that goes on with another is part of that one. */
export function candidatesIn(reading: Reading, shown: readonly number[]): Candidate[] {
  const inside = new Set(shown)
  const isSpoken = maySpeak(reading)
  return reading.quotations
    .filter(({ index, continues }) => continues === undefined && isSpoken(index))
    .map(({ index }) => ({ number: index + 1, sentences: quotedSentences(reading, index) }))
    .filter(({ sentences }) => inside.has(sentences[0] ?? -1))
}

/** Indexes of the sentences that a quotation, with all that goes on with it, stands in. Ascending. */
export function quotedSentences({ sentences, quotations }: Reading, root: number): number[] {
  const found = new Set<number>()
  for (const { start, end } of chainOf(quotations, root)) {
    for (let at = firstEndingAfter(sentences, start); (sentences[at]?.start ?? end) < end; at++) found.add(at)
  }
  return [...found].sort((a, b) => a - b)
}

function firstEndingAfter(sentences: Reading['sentences'], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A sentence in which the rules found a statement without quotation marks, and the actors of the cast who made it. */
export type Statement = { sentence: number; speakers: readonly ActorId[] }

/** Statements in these sentences, apart from those with a quotation that is asked about anyway. */
export function statementsIn(reading: Reading, cast: Cast, shown: readonly number[]): Statement[] {
  const quoted = new Set(candidatesIn(reading, shown).flatMap(({ sentences }) => sentences))
  const open = new Set(shown.filter((index) => !quoted.has(index)))
  const here = reading.attributions.filter(({ sentence, speaker }) => speaker !== undefined && open.has(sentence))
  const actors = cast.actors.map((actor) => ({ id: actor.id, isActor: namedTest(actor, reading) }))
  return [...Map.groupBy(here, ({ sentence }) => sentence)]
    .map(([sentence, found]) => ({
      sentence,
      speakers: actors
        .filter(({ isActor }) => found.some(({ speaker }) => speaker !== undefined && isActor(speaker)))
        .map(({ id }) => id),
    }))
    .filter(({ speakers }) => speakers.length > 0)
}
