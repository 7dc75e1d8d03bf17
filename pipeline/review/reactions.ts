import type { Analysis, Reaction } from '../schema/analysis.ts'
import type { ReactionCorrection } from '../schema/correction.ts'
import type { Reading } from '../schema/reading.ts'
import { type Evidence, evidenceOf, type Quotation } from '../schema/span.ts'
import { inOrder } from '../steps/actors/resolve.ts'
import { sentencesAsEvidence } from '../steps/cite.ts'
import { quotedSentences } from '../steps/reactions/candidates.ts'
import { attributionOf, POLARITY } from '../steps/reactions/resolve.ts'
import { type Edited, type Editing, tidied } from './edit.ts'
import { type Fault, isFault } from './fault.ts'
import { locatePassages, locateQuotation } from './locate-passages.ts'
import { noClaim, unknownActor, unknownTarget } from './unknown.ts'

/**
 * The sentences of a quotation come and go with it, and so does a content that was only its words; the cue is looked up anew.
 * The polarity follows a kind that decides it.
 */
export function correctReaction(analysis: Analysis, correction: ReactionCorrection, { reading }: Editing): Edited {
  const reaction = analysis.reactions.find(({ id }) => id === correction.claim)
  if (reaction === undefined) return noClaim('reaction', correction.claim, analysis.reactions)
  const corrected = correctedReaction(reaction, correction, { analysis, reading })
  if (isFault(corrected)) return corrected
  return { ...analysis, reactions: analysis.reactions.map((each) => (each === reaction ? corrected : each)) }
}

type Context = { analysis: Analysis; reading: Reading }

function correctedReaction(
  reaction: Reaction,
  correction: ReactionCorrection,
  { analysis, reading }: Context,
): Reaction | Fault {
  switch (correction.field) {
    case 'kind':
      return { ...reaction, kind: correction.value, polarity: POLARITY[correction.value] ?? reaction.polarity }
    case 'polarity':
      return { ...reaction, polarity: correction.value }
    case 'content':
      return { ...reaction, content: tidied(correction.value) }
    case 'actor':
      return (
        unknownActor(correction.value, analysis) ??
        withCue({ ...reaction, actor: correction.value }, { analysis, reading })
      )
    case 'target': {
      const { target: _, ...rest } = reaction
      if (correction.value === null) return rest
      return unknownTarget(correction.value, analysis) ?? { ...rest, target: correction.value }
    }
    case 'quote': {
      const { quote: _, ...rest } = reaction
      if (correction.value === null) return withCue(rest, { analysis, reading })
      const quotation = locateQuotation(correction.value, reading, placeOf(reaction))
      return isFault(quotation)
        ? quotation
        : withCue(withQuotation(reaction, quotation, reading), { analysis, reading })
    }
    case 'evidence': {
      const evidence = locatePassages(correction.value, reading, placeOf(reaction))
      if (isFault(evidence)) return evidence
      return withCue({ ...reaction, evidence: withQuoted(evidence, reaction.quote, reading) }, { analysis, reading })
    }
  }
}

function placeOf({ quote, evidence }: Reaction): number {
  return quote?.start ?? evidence[0]?.start ?? 0
}

function withQuotation(reaction: Reaction, quotation: Quotation, reading: Reading): Reaction {
  const { quote: before } = reaction
  const others = reaction.evidence.filter((each) => before === undefined || !isIn(before, each))
  const wasItsWords = before !== undefined && wordsOfQuote(before) === wordsOfQuote({ text: reaction.content })
  return {
    ...reaction,
    quote: quoteOf(quotation),
    content: wasItsWords ? wordsOfQuote(quotation) : reaction.content,
    evidence: withQuoted(others, quotation, reading),
  }
}

export function quoteOf({ index, start, end, text }: Quotation): NonNullable<Reaction['quote']> {
  return { index, start, end, text }
}

/** Without the comma that leads over to the verb of saying. */
export function wordsOfQuote({ text }: { text: string }): string {
  return text.replace(/[,;]$/, '')
}

/** The evidence with the sentences of the quotation, where none of it holds any of that. */
export function withQuoted(evidence: readonly Evidence[], quote: Reaction['quote'], reading: Reading): Evidence[] {
  if (quote === undefined || evidence.some((each) => isIn(quote, each))) return inOrder(evidence)
  return inOrder([...sentencesAsEvidence(quotedSentences(reading, quote.index), reading), ...evidence])
}

function isIn(quote: { start: number; end: number }, { start, end }: Evidence): boolean {
  return start < quote.end && end > quote.start
}

/** The reaction with the verb of saying that the rules find for its quotation, or in its evidence, if they find one. */
export function withCue({ cue: _, ...reaction }: Reaction, { analysis, reading }: Context): Reaction {
  const actor = analysis.actors.find(({ id }) => id === reaction.actor)
  const quotation = reaction.quote && reading.quotations[reaction.quote.index]
  const sentences = reaction.evidence.map(({ sentence }) => sentence + 1)
  const cue = actor && attributionOf(actor, quotation, { sentences, kind: reaction.kind }, reading)?.cue
  return cue ? { ...reaction, cue: evidenceOf(reading.article.text, reading.sentences, cue) } : reaction
}
