import type { Analysis, Reaction } from '../schema/analysis.ts'
import type { Reading } from '../schema/reading.ts'
import { type Evidence, sentenceAt } from '../schema/span.ts'
import { linesOf, withLine } from './lines.ts'

/**
 * The analysis with the numbers of sentences and quotations that the article has today: since it was made, the rules may have come
 * to split it otherwise. Offsets and words stay. The same object where the numbers are right.
 */
export function realign(analysis: Analysis, reading: Reading): Analysis {
  const renumbered = renumber(analysis, reading)
  return JSON.stringify(renumbered) === JSON.stringify(analysis) ? analysis : renumbered
}

function renumber(analysis: Analysis, { sentences, quotations }: Reading): Analysis {
  const cite = (evidence: readonly Evidence[]) => evidence.map(place)
  const place = (each: Evidence): Evidence => ({ ...each, sentence: sentenceAt(sentences, each.start) })
  const quoteOf = (quote: NonNullable<Reaction['quote']>) => {
    const found = quotations.find(({ start, end }) => start <= quote.start && end >= quote.end)
    return { ...quote, index: found?.index ?? quote.index }
  }
  const withLines = linesOf(analysis.summary).reduce(
    (before, line) => withLine(before, line, { ...line, evidence: cite(line.evidence) }),
    analysis,
  )
  return {
    ...withLines,
    actors: analysis.actors.map((actor) => ({ ...actor, mentions: cite(actor.mentions) })),
    issues: analysis.issues.map((issue) => ({ ...issue, evidence: cite(issue.evidence) })),
    stances: analysis.stances.map((stance) => ({ ...stance, evidence: cite(stance.evidence) })),
    reactions: analysis.reactions.map((reaction) => ({
      ...reaction,
      ...(reaction.cue && { cue: place(reaction.cue) }),
      ...(reaction.quote && { quote: quoteOf(reaction.quote) }),
      evidence: cite(reaction.evidence),
    })),
  }
}
