import type { Reaction, Warning } from '../../schema/analysis.ts'
import type { Cast, Claim, Complaint, Parts, Resolved, StepInput } from '../../schema/contracts.ts'
import type { Evidence } from '../../schema/span.ts'
import { withEvidence } from '../with-evidence.ts'

/** A reaction claims that its actor spoke or acted in the cited words, and that its content stands in them. */
export function claimsOfReactions({ reactions = [] }: Partial<Parts>, cast: Cast | undefined): Claim[] {
  return reactions.map((reaction) => {
    const actor = cast?.actors.find(({ id }) => id === reaction.actor)?.name ?? reaction.actor
    return {
      id: reaction.id,
      step: 'reactions',
      name: `the reaction of ${actor} (${reaction.kind})`,
      texts: [{ field: 'content', text: reaction.content, essential: false }],
      evidence: reaction.evidence,
      concerns: [reaction.actor],
      ...(reaction.quote && { quote: { quotation: reaction.quote.index, speaker: reaction.actor } }),
    }
  })
}

/** A content becomes words of the article; a reaction is removed. */
export function dropOfReactions({ reactions = [], ...parts }: Partial<Parts>, complaint: Complaint): Resolved {
  const { claim, field, item, message } = complaint
  const code = field === 'content' ? 'TEXT_DROPPED' : 'CLAIM_DROPPED'
  const kept = reactions.flatMap((reaction) => {
    if (reaction.id !== claim) return [reaction]
    return field === 'content' ? [{ ...reaction, content: wordsOfArticle(reaction) }] : []
  })
  const warning: Warning = {
    code,
    message: `${item}: ${message}`,
    step: 'reactions',
    ...(field === 'content' && { claim }),
  }
  return { parts: { ...parts, reactions: kept }, warnings: [warning] }
}

/** The quotation, else (or where that was already the content) the first sentence of the evidence. */
function wordsOfArticle({ quote, evidence, content }: Reaction): string {
  const sentence = evidence[0]?.text ?? content
  return quote === undefined || quote.text === content || sentence === content ? sentence : quote.text
}

/** The words of its quotation stay with a reaction. */
export function reciteReactions(
  { reactions = [], ...parts }: Partial<Parts>,
  claim: string,
  evidence: readonly Evidence[],
): Partial<Parts> {
  const reaction = reactions.find(({ id }) => id === claim)
  const quoted = quotedEvidence(reaction).filter(({ sentence }) => evidence.every((each) => each.sentence !== sentence))
  const inOrder = [...quoted, ...evidence].sort((a, b) => a.start - b.start)
  return { ...parts, reactions: withEvidence(reactions, claim, inOrder) }
}

function quotedEvidence({ quote, evidence }: Pick<Reaction, 'quote' | 'evidence'> = { evidence: [] }): Evidence[] {
  if (quote === undefined) return []
  return evidence.filter(({ start, end }) => start < quote.end && end > quote.start)
}

/**
 * Takes the second answer with the same quotation; without one, of the same actor, with evidence in common where there is.
 * Each answer mends one claim.
 */
export function mendReactions(
  { reactions = [], ...parts }: Partial<Parts>,
  failed: readonly Complaint[],
  repaired: Partial<Parts>,
) {
  const faults = Map.groupBy(failed, ({ claim }) => claim)
  const fresh = [...(repaired.reactions ?? [])]
  const mended: string[] = []
  const mendedReactions = reactions.map((reaction) => {
    const complaints = faults.get(reaction.id)
    const again = complaints && takeAlike(reaction, fresh)
    if (again === undefined) return reaction
    const onlyContent = complaints?.every(({ field }) => field === 'content')
    if (onlyContent && [again.quote?.text, again.evidence[0]?.text].includes(again.content)) return reaction
    mended.push(reaction.id)
    return onlyContent
      ? { ...reaction, content: again.content, evidence: again.evidence }
      : { ...again, id: reaction.id }
  })
  return { parts: { ...parts, reactions: mendedReactions }, mended }
}

function takeAlike(reaction: Reaction, fresh: Reaction[]): Reaction | undefined {
  const { quote, actor, evidence } = reaction
  const cited = new Set(evidence.map(({ sentence }) => sentence))
  const likeness = (other: Reaction) => {
    if (quote) return other.quote?.start === quote.start ? 1 : 0
    if (other.quote) return 0
    return (other.actor === actor ? 1 : 0) + (other.evidence.some(({ sentence }) => cited.has(sentence)) ? 2 : 0)
  }
  const [best] = fresh.filter((other) => likeness(other) > 0).sort((a, b) => likeness(b) - likeness(a))
  if (best) fresh.splice(fresh.indexOf(best), 1)
  return best
}

/** No reaction is a true absence where the rules find no attributed statement either. */
export function reviewReactions({ reactions = [] }: Partial<Parts>, { reading }: StepInput): Warning[] {
  if (reactions.length > 0) return []
  if (reading.attributions.some(({ speaker }) => speaker !== undefined)) {
    return [
      {
        code: 'PART_EMPTY',
        message: 'No reaction could be kept, although the article has statements',
        step: 'reactions',
      },
    ]
  }
  return [
    {
      code: 'NONE_FOUND',
      message: 'The article quotes or reports no statement of anybody',
      step: 'reactions',
      note: true,
    },
  ]
}
