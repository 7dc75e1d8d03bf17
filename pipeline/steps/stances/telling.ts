import type { ActorId } from '../../schema/analysis.ts'
import type { StepInput } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import type { Evidence } from '../../schema/span.ts'
import { namedTest } from '../named-test.ts'

/** Indexes, ascending: the sentences that tell most of an actor, and those of the window that holds them. */
type Telling = { shown: readonly number[]; sentences: readonly number[] }

/**
 * The sentences of one window, the one that names an actor most, in which the actor speaks, holds a position, or else is named:
 * at most `most` of them.
 */
export function telling(
  actor: ActorId,
  mentions: readonly Pick<Evidence, 'sentence'>[],
  { reading, cast, windows }: StepInput,
  most: number,
): Telling {
  const named = new Set(mentions.map(({ sentence }) => sentence))
  const [window] = [...windows].sort((a, b) => countIn(b.sentences, named) - countIn(a.sentences, named))
  const sentences = window?.sentences ?? []
  const weights = weightsOf(
    reading,
    cast?.actors.find(({ id }) => id === actor),
  )
  const shown = sentences
    .filter((index) => named.has(index) || weights.has(index))
    .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
  return { shown, sentences }
}

function countIn(sentences: readonly number[], named: ReadonlySet<number>): number {
  return sentences.filter((index) => named.has(index)).length
}

/** What the actor says counts most, then what shows its attitude. */
function weightsOf(reading: Reading, actor: Parameters<typeof namedTest>[0] | undefined): Map<number, number> {
  const weights = new Map<number, number>()
  if (actor === undefined) return weights
  const isActor = namedTest(actor, reading)
  const add = (sentence: number, weight: number) => weights.set(sentence, (weights.get(sentence) ?? 0) + weight)
  for (const { sentence, speaker } of reading.attributions) {
    if (speaker !== undefined && isActor(speaker)) add(sentence, SAYS)
  }
  for (const { sentence, holder, strength } of reading.cues) {
    if (holder !== undefined && isActor(holder)) add(sentence, strength)
  }
  return weights
}

const SAYS = 1
