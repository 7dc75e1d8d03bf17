import type { Recipe } from '../schema/recipe.ts'

/** What a window leaves for rules, task and answer of a large context, and the share of a small one (see `windowsOf`). */
const RESERVED_TOKENS = 6_000
const RESERVED_SHARE = 0.7
/** What rules, task and the list of actors take of it. */
const ASKING_TOKENS = 2_000
const LEAST_TOKENS = 600

/** Tokens that an answer may take so that it fits into the model's context beside its question. */
export function answerRoom({ contextTokens }: Recipe): number {
  const reserved =
    contextTokens === undefined ? RESERVED_TOKENS : Math.min(RESERVED_TOKENS, contextTokens * RESERVED_SHARE)
  return Math.max(LEAST_TOKENS, Math.floor(reserved) - ASKING_TOKENS)
}
