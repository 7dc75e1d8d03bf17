import type { Reaction } from '../pipeline/schema/analysis.ts'

/** What to show of a reaction: its quotation, which often ends in the comma that leads back to its speaker, or else its content. */
export function reactionWords({ quote, content }: Reaction): { words: string; isQuote: boolean } {
  return quote ? { words: quote.text.replace(/,\s*$/, ''), isQuote: true } : { words: content, isQuote: false }
}

/** The kind in a reader's words. */
export function reactionKind({ kind }: Reaction): string {
  return kind === 'other' ? 'statement' : kind
}
