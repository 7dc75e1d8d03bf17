import type { ArticleIndex } from './article-index.ts'
import type { Token } from './tokens.ts'

/** How far a negation reaches, in words. */
const REACH = 3
const STOPS = /^[.,;:!?()–—"“”«»]$/

/** Whether a word stands under a negation ("did not approve", "refused to approve", "never approved"). */
export function isNegated(tokens: readonly Token[], at: number, { lexicon }: ArticleIndex): boolean {
  for (let back = 1; back <= REACH; back++) {
    const token = tokens[at - back]
    if (token === undefined || STOPS.test(token.text)) return false
    if (lexicon.negators.has(token.fold) || lexicon.refusals.has(token.fold)) return !isOnly(tokens, at - back)
    if (token.kind === 'word' && CONJUNCTION.test(token.fold)) return false
  }
  return isNegatedAfter(tokens, at, lexicon.negators)
}

const CONJUNCTION = /^(?:and|but|or|that|which|who|y|pero|que|et|mais|und|aber|dass|e|mas)$/

/** "not only": no negation. "no later than", "no longer" negate something else. */
function isOnly(tokens: readonly Token[], at: number): boolean {
  return /^(?:only|just|later|fewer|less|more|matter|doubt|solo|seulement|nur|apenas)$/.test(tokens[at + 1]?.fold ?? '')
}

/** French "n'approuve pas" and German "billigt nicht" negate after the verb. */
function isNegatedAfter(tokens: readonly Token[], at: number, negators: ReadonlySet<string>): boolean {
  if (!negators.has('pas') && !negators.has('nicht')) return false
  for (let ahead = 1; ahead <= REACH; ahead++) {
    const token = tokens[at + ahead]
    if (token === undefined || STOPS.test(token.text)) return false
    if (/^(?:pas|jamais|nicht|nie)$/.test(token.fold)) return true
  }
  return false
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
