import type { Analysis, Reaction } from '../schema/analysis.ts'
import type { Addition } from '../schema/correction.ts'
import type { Reading } from '../schema/reading.ts'
import { POLARITY } from '../steps/reactions/resolve.ts'
import { type Edited, type Editing, tidied } from './edit.ts'
import { type Fault, fault, isFault } from './fault.ts'
import { locatePassages, locateQuotation } from './locate-passages.ts'
import { quoteOf, withCue, withQuoted, wordsOfQuote } from './reactions.ts'
import { unknownActor, unknownTarget } from './unknown.ts'

type Added<Part extends Addition['add']['part']> = Extract<Addition['add'], { part: Part }>

/** Adds what was missed under the id `claim`, behind the others of its part. */
export function add(analysis: Analysis, { add: added }: Addition, { reading }: Editing, claim: string): Edited {
  switch (added.part) {
    case 'stance':
      return addStance(analysis, added, reading, claim)
    case 'reaction':
      return addReaction(analysis, added, reading, claim)
    default:
      return addLine(analysis, added, reading, claim)
  }
}

function addStance(analysis: Analysis, added: Added<'stance'>, reading: Reading, id: string): Edited {
  const { part: _, rationale, ...fields } = added
  const evidence = locatePassages(added.evidence, reading)
  const unknown = unknownActor(added.actor, analysis) ?? unknownTarget(added.target, analysis)
  if (unknown) return unknown
  if (isFault(evidence)) return evidence
  const stance = { id, ...fields, ...(rationale !== undefined && { rationale: tidied(rationale) }), evidence }
  return { ...analysis, stances: [...analysis.stances, stance] }
}

function addReaction(analysis: Analysis, added: Added<'reaction'>, reading: Reading, id: string): Edited {
  const { actor, target } = added
  const unknown = unknownActor(actor, analysis) ?? (target === undefined ? undefined : unknownTarget(target, analysis))
  const reaction = unknown ?? reactionOf(added, reading, id)
  if (isFault(reaction)) return reaction
  return { ...analysis, reactions: [...analysis.reactions, withCue(reaction, { analysis, reading })] }
}

function reactionOf(added: Added<'reaction'>, reading: Reading, id: string): Reaction | Fault {
  const { actor, kind, target, content, polarity = POLARITY[kind] } = added
  if (polarity === undefined)
    return fault(`A reaction of the kind “${kind}” may be for or against.`, 'Name its polarity.')
  const quotation = added.quote === undefined ? undefined : locateQuotation(added.quote, reading)
  if (quotation && isFault(quotation)) return quotation
  const cited = locatePassages(added.evidence, reading, quotation?.start)
  if (isFault(cited)) return cited
  const quote = quotation && quoteOf(quotation)
  const evidence = withQuoted(cited, quote, reading)
  const [first] = evidence
  if (first === undefined) return fault('A reaction needs a quotation or other words of the article that show it.')
  const words = quote ? wordsOfQuote(quote) : first.text
  return {
    id,
    actor,
    kind,
    polarity,
    ...(target !== undefined && { target }),
    content: content === undefined ? words : tidied(content),
    ...(quote && { quote }),
    evidence,
  }
}

type Lines = 'headline' | 'brief' | 'keyPoints'

function addLine(
  analysis: Analysis,
  { part, text, evidence: passages }: Added<Lines>,
  reading: Reading,
  id: string,
): Edited {
  const { summary } = analysis
  const evidence = locatePassages(passages, reading)
  if (isFault(evidence)) return evidence
  const line = { id, text: tidied(text), evidence }
  if (part !== 'headline') return { ...analysis, summary: { ...summary, [part]: [...summary[part], line] } }
  if (summary.headline) return fault('There is a headline already.', 'Correct the line h.')
  return { ...analysis, summary: { ...summary, headline: line } }
}
