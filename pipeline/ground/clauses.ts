import type { Lexicon } from './lexicon/lexicon.ts'
import type { ArticleIndex } from './parsed-text.ts'
import type { Token } from './tokens.ts'

/** How far a negation may reach, in words; where in doubt a word counts as negated. */
const REACH = 6
const STOPS = /^[.;:!?]$/

/**
 * Whether a word plainly stands under a negation: "did not approve", "never really approved", "refused to approve",
 * "n'approuve pas", "billigt nicht".
 */
export function isPlainlyNegated(tokens: readonly Token[], at: number, { lexicon }: ArticleIndex): boolean {
  const [before, twoBefore] = [tokens[at - 1], tokens[at - 2]]
  if (isNegator(before, lexicon) || (isNegator(twoBefore, lexicon) && !isOnly(before))) return true
  if (lexicon.refusals.has(before?.fold ?? '')) return true
  if (lexicon.refusals.has(twoBefore?.fold ?? '') && /^(?:to|a|de)$/.test(before?.fold ?? '')) return true
  if (!lexicon.negatesAfter) return false
  return isNegator(tokens[at + 1], lexicon) || isNegator(tokens[at + 2], lexicon)
}

/** Whether anything near the word, in its sentence, may negate it. */
export function mayBeNegated(tokens: readonly Token[], at: number, { lexicon }: ArticleIndex): boolean {
  return mayNegate(tokens, at, -1, lexicon) || mayNegate(tokens, at, 1, lexicon)
}

function mayNegate(tokens: readonly Token[], at: number, step: 1 | -1, lexicon: Lexicon): boolean {
  for (let away = 1; away <= REACH; away++) {
    const token = tokens[at + away * step]
    if (token === undefined || STOPS.test(token.text)) return false
    if (isNegator(token, lexicon) || lexicon.refusals.has(token.fold) || lexicon.softNegators.has(token.fold))
      return true
  }
  return false
}

function isNegator(token: Token | undefined, { negators }: Lexicon): boolean {
  return token !== undefined && negators.has(token.fold)
}

/** "not only approved", "no longer" */
function isOnly(token: Token | undefined): boolean {
  return /^(?:only|just|solo|seulement|nur|apenas|longer|later|fewer|less|more)$/.test(token?.fold ?? '')
}

/** Tokens of the cited sentences, as far as a check may look. */
export function citedTokens(cited: readonly number[], { tokens, starts }: ArticleIndex): Token[] {
  const all: Token[] = []
  for (const sentence of cited) {
    for (let at = starts[sentence] ?? 0; at < (starts[sentence + 1] ?? 0) && all.length < 2000; at++) {
      const token = tokens[at]
      if (token) all.push(token)
    }
  }
  return all
}
