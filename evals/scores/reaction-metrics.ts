import type { Reaction } from '../../pipeline/schema/analysis.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import type { GoldReaction } from '../gold/read-gold.ts'
import { f1, type Metric, share } from '../metrics/metric.ts'
import { LENIENT, type MarkedQuote, matchQuotes, STRICT, sharedLength } from '../metrics/quote-spans.ts'
import type { Scored } from './aligned.ts'

type Test = (gold: GoldReaction, reaction: Reaction, scored: Scored) => boolean

const hasSpeaker: Test = (gold, reaction, { idOf }) => idOf.get(gold.actor) === reaction.actor
const hasKind: Test = (gold, reaction) => gold.kind === reaction.kind

/** Share of the pairs that belong together of which something holds, among those for which `applies`. */
function shareOfFound(
  name: string,
  title: string,
  test: Test,
  applies: (gold: GoldReaction, reaction: Reaction) => boolean = () => true,
): Metric<Scored> {
  return share({
    name,
    title,
    description: 'of the reactions that were found',
    source: 'over the reactions that were found, by optimal assignment',
    count: (scored) => {
      const pairs = scored.reactions.filter(([gold, reaction]) => applies(gold, reaction))
      return [pairs.filter(([gold, reaction]) => test(gold, reaction, scored)).length, pairs.length]
    },
  })
}

function reactionF1(name: string, title: string, test: Test): Metric<Scored> {
  return f1({
    name,
    title,
    source: 'optimal assignment over speaker, kind and sentences (Hungarian algorithm)',
    count: (scored) => [
      scored.reactions.filter(([gold, reaction]) => test(gold, reaction, scored)).length,
      scored.analysis.reactions.length,
      scored.gold.reactions.length,
    ],
  })
}

function quoteF1(name: string, title: string, overlap: number): Metric<Scored> {
  return f1({
    name,
    title,
    source: `Gender Gap Tracker: more than ${overlap} of the gold characters`,
    count: ({ gold, analysis }) => {
      const {
        found,
        predicted,
        gold: of,
      } = matchQuotes(quotesOf(gold.reactions), quotesOf(analysis.reactions), overlap)
      return [found, predicted, of]
    },
  })
}

function quotesOf(reactions: readonly { quote?: Span }[]): MarkedQuote[] {
  return reactions.flatMap(({ quote }) => (quote === undefined ? [] : [{ ...quote, speaker: [] }]))
}

export const reactionMetrics: readonly Metric<Scored>[] = [
  reactionF1('reaction-f1', 'Reaction F1 (speaker, kind, sentence)', (...all) => hasSpeaker(...all) && hasKind(...all)),
  reactionF1('reaction-found-f1', 'Reaction F1 (speaker, sentence)', hasSpeaker),
  shareOfFound('reaction-speaker', 'Reaction speaker accuracy', hasSpeaker),
  shareOfFound('reaction-kind', 'Reaction kind accuracy', hasKind),
  shareOfFound(
    'reaction-polarity',
    'Reaction polarity accuracy',
    (gold, reaction) => gold.polarity === reaction.polarity,
  ),
  shareOfFound(
    'reaction-cue',
    'Cue accuracy',
    ({ cue }, reaction) => cue !== undefined && reaction.cue !== undefined && sharedLength(cue, reaction.cue) > 0,
    ({ cue }) => cue !== undefined,
  ),
  quoteF1('quote-f1-strict', 'Quote F1, strict', STRICT),
  quoteF1('quote-f1-lenient', 'Quote F1, lenient', LENIENT),
]
