import type { StanceLabel, Voice } from '../../schema/analysis.ts'

/** A labelled position, however its evidence is written: `at` is the place of its first evidence in the article. */
export type Position = { label: StanceLabel; voice?: Voice; at: number }

/** Better first. */
const VOICES: readonly (Voice | undefined)[] = ['self', 'narrator', 'reported', undefined]

/**
 * The one position that stands for several of an actor towards a target: from the best voice, and of these the latest.
 * Taking a side tells more than `neutral`, and `neutral` more than `unstated`; both sides in one sentence are `mixed`. Undefined of none.
 */
export function latestPosition<P extends Position>(positions: readonly P[]): P | undefined {
  let best: P | undefined
  for (const position of positions) {
    if (best === undefined || compare(position, best) >= 0) best = position
  }
  return best && isBothAtOnce(best, positions) ? { ...best, label: 'mixed' } : best
}

/** For and against in one and the same sentence. */
function isBothAtOnce(best: Position, positions: readonly Position[]): boolean {
  const sides = positions.filter((each) => each.voice === best.voice && each.at === best.at).map(({ label }) => label)
  return sides.includes('support') && sides.includes('oppose')
}

function compare(a: Position, b: Position): number {
  return weight(a.label) - weight(b.label) || rank(b) - rank(a) || a.at - b.at
}

function weight(label: StanceLabel): number {
  if (label === 'unstated') return 0
  return label === 'neutral' ? 1 : 2
}

function rank({ voice }: Position): number {
  return VOICES.indexOf(voice)
}
