import { z } from 'zod'
import { ActorId, ActorKind, IssueId, Polarity, ReactionKind, StanceLabel, TargetId, Voice } from './analysis.ts'
import { Span } from './span.ts'

const MOST_PASSAGES = 8
const MOST_ALIASES = 20
// A passage that is not found costs a search of the whole article: 0.2 s in one of 650,000 characters, 3 ms in a usual one.
const MOST_CORRECTIONS = 60

const StanceId = z.string().regex(/^s\d+$/)
const ReactionId = z.string().regex(/^r\d+$/)
const LineId = z.string().regex(/^(?:h|[bk]\d+)$/)

/** Words of an editor. White space is put in order; they are held against the article as those of a model are. */
const text = (most: number) => z.string().regex(/\S/, 'some words are needed').max(most)
const Words = text(4000).describe(
  'Words of the article, letter for letter; quotation marks around them may be left out',
)
const Place = Span.describe('Offsets into the article text; both ends lie between two words')

/** Where an editor points to in an article. */
export const Passage = z.union([z.int().positive().describe('The number of a sentence, from 1'), Words, Place], {
  error: 'a passage is the number of a sentence (from 1), words of the article, or { start, end }',
})
export type Passage = z.infer<typeof Passage>
const Passages = z.array(Passage).min(1).max(MOST_PASSAGES)

/** A quotation is named by its words, or some of them. It is always taken whole, so that no "not" is left out of it. */
export const QuotedWords = z.union([Words, Place], { error: 'a quotation is named by its words, or by { start, end }' })
export type QuotedWords = z.infer<typeof QuotedWords>

const LineText = text(600)
const Rationale = text(400)
const Content = text(400)
const ActorName = text(120)

const reason = { reason: text(1000).optional().describe('Why, for those who read the history') }
const stance = { what: z.literal('stance'), claim: StanceId, ...reason }
const reaction = { what: z.literal('reaction'), claim: ReactionId, ...reason }
const line = { what: z.literal('line'), claim: LineId, ...reason }
const actor = { what: z.literal('actor'), claim: ActorId, ...reason }
const issue = { what: z.literal('issue'), claim: IssueId, ...reason }

const StanceCorrection = z.discriminatedUnion('field', [
  z.strictObject({ ...stance, field: z.literal('label'), value: StanceLabel }),
  z.strictObject({ ...stance, field: z.literal('voice'), value: Voice }),
  z.strictObject({ ...stance, field: z.literal('rationale'), value: Rationale.nullable() }),
  z.strictObject({ ...stance, field: z.literal('target'), value: TargetId }),
  z.strictObject({ ...stance, field: z.literal('evidence'), value: Passages }),
])
export type StanceCorrection = z.infer<typeof StanceCorrection>

const ReactionCorrection = z.discriminatedUnion('field', [
  z.strictObject({ ...reaction, field: z.literal('kind'), value: ReactionKind }),
  z.strictObject({ ...reaction, field: z.literal('polarity'), value: Polarity }),
  z.strictObject({ ...reaction, field: z.literal('content'), value: Content }),
  z.strictObject({ ...reaction, field: z.literal('actor'), value: ActorId }),
  z.strictObject({ ...reaction, field: z.literal('target'), value: TargetId.nullable() }),
  z.strictObject({ ...reaction, field: z.literal('quote'), value: QuotedWords.nullable() }),
  z.strictObject({ ...reaction, field: z.literal('evidence'), value: Passages }),
])
export type ReactionCorrection = z.infer<typeof ReactionCorrection>

const LineCorrection = z.discriminatedUnion('field', [
  z.strictObject({ ...line, field: z.literal('text'), value: LineText }),
  z.strictObject({ ...line, field: z.literal('evidence'), value: Passages }),
])
export type LineCorrection = z.infer<typeof LineCorrection>

const ActorCorrection = z.discriminatedUnion('field', [
  z.strictObject({ ...actor, field: z.literal('name'), value: ActorName }),
  z.strictObject({ ...actor, field: z.literal('kind'), value: ActorKind }),
  z.strictObject({ ...actor, field: z.literal('role'), value: text(160).nullable() }),
  z.strictObject({ ...actor, field: z.literal('aliases'), value: z.array(ActorName).max(MOST_ALIASES) }),
])
export type ActorCorrection = z.infer<typeof ActorCorrection>

const IssueCorrection = z.discriminatedUnion('field', [
  z.strictObject({ ...issue, field: z.literal('statement'), value: text(400) }),
  z.strictObject({ ...issue, field: z.literal('evidence'), value: Passages }),
])
export type IssueCorrection = z.infer<typeof IssueCorrection>

/** Takes a claim out. A stance that every analysis answers becomes `unstated`, as when grounding drops it. */
const Removal = z.strictObject({
  what: z.literal('removal'),
  claim: z.union([StanceId, ReactionId, LineId, ActorId, IssueId]),
  ...reason,
})

/** Something that was missed. */
const Addition = z.strictObject({
  what: z.literal('addition'),
  add: z.discriminatedUnion('part', [
    z.strictObject({
      part: z.literal('stance'),
      actor: ActorId,
      target: TargetId,
      label: StanceLabel.exclude(['unstated']),
      voice: Voice,
      rationale: Rationale.optional(),
      evidence: Passages,
    }),
    z.strictObject({
      part: z.literal('reaction'),
      actor: ActorId,
      kind: ReactionKind,
      polarity: Polarity.optional().describe('Needed where the kind does not decide it'),
      target: TargetId.optional(),
      content: Content.optional().describe('By default the quotation, else the first passage of the evidence'),
      quote: QuotedWords.optional(),
      evidence: z.array(Passage).max(MOST_PASSAGES).default([]).describe('May be empty where there is a quotation'),
    }),
    z.strictObject({
      part: z.enum(['headline', 'brief', 'keyPoints']),
      text: LineText,
      evidence: Passages,
    }),
  ]),
  ...reason,
})
export type Addition = z.infer<typeof Addition>

/** What an editor wants changed in an analysis, named by what it is, the id of the claim and the field. */
export const Correction = z.discriminatedUnion('what', [
  StanceCorrection,
  ReactionCorrection,
  LineCorrection,
  ActorCorrection,
  IssueCorrection,
  Removal,
  Addition,
])
export type Correction = z.infer<typeof Correction>

/** Corrections that are made together: all of them or none. */
export const Corrections = z.array(Correction).min(1).max(MOST_CORRECTIONS)
