import { z } from 'zod'
import { ActorKind, Polarity, ReactionKind, StanceLabel, Voice } from './analysis.ts'
import { Article } from './article.ts'
import { Evidence } from './span.ts'

/** A database holds neither NUL nor half a surrogate pair. */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), { error: 'holds characters that no text has' })
const Day = z.iso.date()

export const SearchQuery = z.strictObject({
  actor: words(200)
    .optional()
    .describe('Who: a name or alias, or a word of the name; upper and lower case do not matter'),
  target: words(300)
    .optional()
    .describe(
      'Towards what: words of the issue or of the name of an actor. "quoted words" stand together, -word excludes',
    ),
  label: StanceLabel.optional().describe('Of a stance. `unstated` ones are found only by naming it'),
  reaction: ReactionKind.optional().describe('Kind of a reaction'),
  polarity: Polarity.optional().describe('Of a reaction'),
  outlet: words(300).optional().describe('Where the article appeared'),
  language: words(35).optional().describe('Of the article, BCP 47'),
  from: Day.optional().describe('Published on this day or later (YYYY-MM-DD)'),
  to: Day.optional().describe('Published on this day or earlier (YYYY-MM-DD)'),
  text: words(300)
    .optional()
    .describe('Words of the article. "quoted words" stand together, -word excludes, or is an alternative'),
  limit: z.coerce.number().int().min(1).max(200).optional().describe('Default: 20'),
  after: words(100).optional().describe('`next` of the page before'),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Who stands where, or reacted how, with the words of the article that say so. */
export const SearchRow = z
  .object({
    kind: z.enum(['stance', 'reaction']),
    claim: z.string().describe('The id of the stance or reaction in its analysis'),
    analysis: z.string().optional().describe('A submission whose result holds it, where it came over the API'),
    actor: z.string(),
    actorKind: ActorKind,
    target: z.string().optional().describe('The issue, or the actor, that it is about'),
    label: z.union([StanceLabel, ReactionKind]).describe('Of a stance, or the kind of a reaction'),
    polarity: Polarity.optional(),
    voice: Voice.optional(),
    quote: z.string().optional(),
    evidence: z.array(Evidence),
    article: Article.omit({ text: true }),
    snippet: z.string().optional().describe('Where the article holds the words of `text`'),
  })
  .meta({ id: 'SearchRow' })
export type SearchRow = z.infer<typeof SearchRow>

export const SearchPage = z
  .object({
    items: z.array(SearchRow).describe('What was accepted last comes first'),
    next: z.string().optional().describe('For the parameter `after`, to get the next page; absent on the last'),
  })
  .meta({ id: 'SearchPage' })
export type SearchPage = z.infer<typeof SearchPage>
