import type { Reaction } from '../pipeline/schema/analysis.ts'

/** What to show of a reaction: its quotation, or else its content, and the cue where the content does not begin with it. */
export type ReactionWords = { cue?: string; words: string; isQuote: boolean }

/** A quotation often ends in the comma that leads back to its speaker, which is left out. */
export function reactionWords({ cue, quote, content }: Reaction): ReactionWords {
  if (quote) return { cue: cue?.text, words: quote.text.replace(/,\s*$/, ''), isQuote: true }
  const repeats = cue !== undefined && content.toLowerCase().startsWith(cue.text.toLowerCase())
  return { cue: repeats ? undefined : cue?.text, words: content, isQuote: false }
}

/** The kind in a reader's words. */
export function reactionKind({ kind }: Reaction): string {
  return kind === 'other' ? 'statement' : kind
}
