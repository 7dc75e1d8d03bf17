import type { Reaction } from '../../pipeline/schema/analysis.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import type { GoldReaction } from '../gold/read-gold.ts'
import { additive, f1, type Metric, ratio } from '../metrics/metric.ts'
import { LENIENT, type MarkedQuote, matchQuotes, STRICT } from '../metrics/quote-spans.ts'
import type { Scored } from './aligned.ts'

type Test = (gold: GoldReaction, reaction: Reaction, scored: Scored) => boolean

const hasSpeaker: Test = (gold, reaction, { idOf }) => idOf.get(gold.actor) === reaction.actor
const hasKind: Test = (gold, reaction) => gold.kind === reaction.kind

/** Share of the pairs that belong together of which something holds, among those for which `applies`. */
function share(
  name: string,
  title: string,
  test: Test,
  applies: (gold: GoldReaction, reaction: Reaction) => boolean = () => true,
): Metric<Scored> {
  return additive({
    name,
    title,
    better: 'higher',
    unit: 'share',
    source: 'over the reactions that were found, by optimal assignment',
    measure: (scored) => {
      const pairs = scored.reactions.filter(([gold, reaction]) => applies(gold, reaction))
      return [pairs.filter(([gold, reaction]) => test(gold, reaction, scored)).length, pairs.length]
    },
    ofSums: ([right = 0, of = 0]) => ratio(right, of),
  })
}

function reactionF1(name: string, title: string, test: Test): Metric<Scored> {
  return additive({
    name,
    title,
    better: 'higher',
    unit: 'share',
    source: 'optimal assignment over speaker, kind and sentences (Hungarian algorithm)',
    measure: (scored) => [
      scored.reactions.filter(([gold, reaction]) => test(gold, reaction, scored)).length,
      scored.analysis.reactions.length,
      scored.gold.reactions.length,
    ],
    ofSums: ([right = 0, predicted = 0, gold = 0]) => f1(right, predicted, gold),
  })
}

function quoteF1(name: string, title: string, overlap: number): Metric<Scored> {
  return additive({
    name,
    title,
    better: 'higher',
    unit: 'share',
    source: `Gender Gap Tracker: more than ${overlap} of the gold characters`,
    measure: ({ gold, analysis }) => {
      const {
        found,
        predicted,
        gold: of,
      } = matchQuotes(quotesOf(gold.reactions), quotesOf(analysis.reactions), overlap)
      return [found, predicted, of]
    },
    ofSums: ([right = 0, predicted = 0, gold = 0]) => f1(right, predicted, gold),
  })
}

function quotesOf(reactions: readonly { quote?: Span }[]): MarkedQuote[] {
  return reactions.flatMap(({ quote }) => (quote === undefined ? [] : [{ ...quote, speaker: [] }]))
}

export const reactionMetrics: readonly Metric<Scored>[] = [
  reactionF1('reaction-f1', 'Reaction F1 (speaker, kind, sentence)', (...all) => hasSpeaker(...all) && hasKind(...all)),
  reactionF1('reaction-found-f1', 'Reaction F1 (speaker, sentence)', hasSpeaker),
  share('reaction-speaker', 'Speaker right', hasSpeaker),
  share('reaction-kind', 'Kind right', hasKind),
  share('reaction-polarity', 'Polarity right', (gold, reaction) => gold.polarity === reaction.polarity),
  share(
    'reaction-cue',
    'Cue right',
    ({ cue }, reaction) =>
      cue !== undefined && reaction.cue !== undefined && cue.start < reaction.cue.end && reaction.cue.start < cue.end,
    ({ cue }) => cue !== undefined,
  ),
  quoteF1('quote-f1-strict', 'Quote F1, strict', STRICT),
  quoteF1('quote-f1-lenient', 'Quote F1, lenient', LENIENT),
]
