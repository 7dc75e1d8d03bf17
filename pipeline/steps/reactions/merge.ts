import type { ReactionsWire } from './wire.ts'

/** All answers in order; repeats are joined where their quotations and evidence are known. */
export function mergeReactions(parts: readonly ReactionsWire[]): ReactionsWire {
  return {
    reactions: parts.flatMap(({ reactions }) => reactions),
    noReaction: parts.flatMap(({ noReaction }) => noReaction),
  }
}
