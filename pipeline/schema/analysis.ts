import { z } from 'zod'
import { Article } from './article.ts'
import { Recipe, StepName } from './recipe.ts'
import { Evidence, Quotation } from './span.ts'

/** Version of the shapes below; raised when a reader of results must change. */
export const SCHEMA_VERSION = 1

export const ActorId = z.string().regex(/^a\d+$/)
export type ActorId = z.infer<typeof ActorId>
export const IssueId = z.string().regex(/^i\d+$/)
export type IssueId = z.infer<typeof IssueId>
export const TargetId = z
  .string()
  .regex(/^[ai]\d+$/)
  .describe('The id of an issue (i1) or of an actor (a2)')
export type TargetId = z.infer<typeof TargetId>

export const ActorKind = z.enum(['person', 'organization', 'country', 'group', 'other'])
export type ActorKind = z.infer<typeof ActorKind>

export const Actor = z.strictObject({
  id: ActorId,
  name: z.string().min(1).describe('Canonical name, as the article gives it in full'),
  kind: ActorKind,
  role: z.string().optional().describe('Office or function, in words of the article'),
  aliases: z.array(z.string()).describe('Other ways in which the article names the actor'),
  mentions: z.array(Evidence).describe('Where the article names the actor; empty only for a given actor'),
  given: z.boolean().optional().describe('Asked for by the recipe, not found in the article'),
})
export type Actor = z.infer<typeof Actor>

export const Issue = z.strictObject({
  id: IssueId,
  statement: z.string().min(1).describe('Event or proposition, as one sentence that one can be for or against'),
  evidence: z.array(Evidence),
  given: z.boolean().optional(),
})
export type Issue = z.infer<typeof Issue>

export const Line = z
  .strictObject({ id: z.string(), text: z.string().min(1), evidence: z.array(Evidence).min(1) })
  .describe('One sentence of a summary with the words of the article that support it')
export type Line = z.infer<typeof Line>

export const Summary = z.strictObject({
  headline: Line.optional().describe('At most 12 words'),
  brief: z.array(Line).describe('Two or three sentences that tell the story'),
  keyPoints: z.array(Line).describe('Three to five facts that a reader must know'),
})
export type Summary = z.infer<typeof Summary>

export const StanceLabel = z.enum(['support', 'oppose', 'mixed', 'neutral', 'unstated'])
export type StanceLabel = z.infer<typeof StanceLabel>
export const Voice = z
  .enum(['self', 'narrator', 'reported'])
  .describe("self: the actor's own words or deeds; narrator: the journalist says so; reported: another actor says so")
export type Voice = z.infer<typeof Voice>

/** Who stands where towards what. Directed; one label for an actor and a target. */
export const Stance = z
  .strictObject({
    id: z.string(),
    actor: ActorId,
    target: TargetId,
    label: StanceLabel,
    voice: Voice.optional(),
    rationale: z.string().optional(),
    evidence: z.array(Evidence),
    confidence: z
      .strictObject({ value: z.number().min(0).max(1), calibrated: z.boolean() })
      .optional()
      .describe('Probability of the label; present only where it was measured'),
    model: z
      .string()
      .min(1)
      .optional()
      .describe("The model that gave the label, where it is not the step's own: the recipe's `larger`"),
  })
  .refine((stance) => stance.label === 'unstated' || stance.evidence.length > 0, {
    path: ['evidence'],
    error: 'a stance needs evidence; use "unstated" when the article does not say',
  })
  .refine((stance) => (stance.label === 'unstated') === (stance.voice === undefined), {
    path: ['voice'],
    error: 'a stance names its voice, and "unstated" names none',
  })
export type Stance = z.infer<typeof Stance>

export const ReactionKind = z.enum([
  'praise',
  'support',
  'concern',
  'criticism',
  'rejection',
  'threat',
  'appeal',
  'denial',
  'measure',
  'other',
])
export type ReactionKind = z.infer<typeof ReactionKind>
export const Polarity = z.enum(['positive', 'negative', 'neutral'])
export type Polarity = z.infer<typeof Polarity>

export const Reaction = z.strictObject({
  id: z.string(),
  actor: ActorId,
  kind: ReactionKind,
  polarity: Polarity,
  target: TargetId.optional(),
  content: z
    .string()
    .min(1)
    .describe('What the actor said or did, one sentence; a span of the article where no model wrote'),
  cue: Evidence.optional().describe('The reporting verb'),
  quote: Quotation.omit({ kind: true, continues: true }).optional().describe('The quotation, a span of the article'),
  evidence: z.array(Evidence).min(1),
})
export type Reaction = z.infer<typeof Reaction>

/** Something that a reader should know about a result. `code` is stable, `message` is for people. */
export const Warning = z.strictObject({
  code: z.enum([
    'CLAIM_DROPPED', // grounding found no support: `claim` names what, `message` the reason
    'TEXT_DROPPED', // only a text of a claim (a role, a rationale) was removed
    'ESCALATED', // claims that were not sure went to the larger model of the recipe (a note)
    'EVIDENCE_MOVED', // another sentence than the cited one says it, and is its evidence now (a note)
    'ISSUE_REPLACED', // the main issue failed grounding and is now the most salient sentence
    'PART_EMPTY', // a part that was asked for came back empty, was emptied or never answered
    'PART_SHORT', // fewer items than asked for
    'NONE_FOUND', // a true absence: nothing of this kind stands in the article (a note)
    'ARTICLE_INCOMPLETE', // looks like a stub, a first page or has repeated blocks
    'LANGUAGE_UNSUPPORTED', // no word lists for the language
    'UNANSWERED', // a candidate or pair that the model left out twice
    'ITEM_INVALID', // a number, actor or quotation that does not exist was cited
    'ARTICLE_CUT', // only part of the article could be read
    'NO_MODEL', // the rules made this result (a note)
  ]),
  message: z.string(),
  step: StepName.optional(),
  claim: z.string().optional().describe('id of the claim that it concerns, where it still exists'),
  note: z.boolean().optional().describe('true: nothing went wrong, this only explains'),
})
export type Warning = z.infer<typeof Warning>

const Grounding = z.strictObject({
  checked: z.int().nonnegative().describe('Claims looked at'),
  repaired: z
    .int()
    .nonnegative()
    .describe('Claims that failed at first and pass now: the evidence was put right, or the model wrote them anew'),
  dropped: z.int().nonnegative().describe('Claims, or texts of claims, that were removed'),
  warnings: z.array(Warning),
})

/** A fault of a model or server that the pipeline worked around; never silent. */
export const Defect = z.strictObject({
  step: StepName,
  key: z.string().optional().describe('The question'),
  kind: z.enum([
    'schema-unsupported', // the server refused JSON Schema: tools or text were used
    'tools-unsupported',
    'parameter-refused', // temperature, max_tokens, ...
    'json-repaired', // jsonrepair mended the answer
    'invalid-json',
    'invalid-shape', // parsed, but not what was asked
    'truncated', // finish_reason length
    'loop', // the same words again and again
    'empty',
    'reasoning-only', // thinking, but no answer
    'refusal',
    'content-filter',
    'asked-again', // one retry that named the fault
    'gap', // candidates left out, asked once more
    'no-usage', // the server reported no token counts
    'single-as-chain', // single on several windows ran as chain
    'part-failed', // a question stayed without a usable answer
  ]),
  detail: z.string().optional(),
})
export type Defect = z.infer<typeof Defect>

export const Usage = z.strictObject({
  calls: z.int().nonnegative(),
  replayed: z.int().nonnegative().describe('Calls answered from the ledger, not paid again'),
  tokensIn: z.int().nonnegative(),
  tokensCached: z.int().nonnegative().describe('Part of tokensIn that the provider had in its prompt cache'),
  tokensOut: z.int().nonnegative(),
  costUsd: z.number().nonnegative().optional().describe('Only where the cost of every call is known'),
  msByStep: z.partialRecord(StepName, z.number().nonnegative()),
})
export type Usage = z.infer<typeof Usage>

/** What Standpoint knows of one article: every line can be followed back to words of the article. */
export const Analysis = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    contentHash: Article.shape.contentHash,
    language: Article.shape.language,
    recipe: Recipe,
    sample: z.int().nonnegative(),
    actors: z.array(Actor),
    issues: z.array(Issue).min(1).describe('Given ones first, then the main issue and at most two more'),
    mainIssue: IssueId,
    summary: Summary,
    stances: z.array(Stance),
    reactions: z.array(Reaction),
    grounding: Grounding,
    defects: z.array(Defect),
    usage: Usage,
  })
  .meta({ id: 'Analysis' })
export type Analysis = z.infer<typeof Analysis>

/** A line of a results file: the article and its analysis. `text` is absent with `--no-text`. */
export const Result = z
  .strictObject({
    ...Article.shape,
    text: Article.shape.text.optional(),
    analysis: Analysis,
  })
  .meta({ id: 'Result' })
export type Result = z.infer<typeof Result>
