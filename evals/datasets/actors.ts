import { z } from 'zod'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import { bestPairs } from '../metrics/assignment.ts'
import { f1, type Metric, share } from '../metrics/metric.ts'
import { sharedLength } from '../metrics/quote-spans.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'
import { offsetsOf } from './offsets.ts'

const TYPES = [
  'person',
  'organization',
  'place',
  'event',
  'object',
  'abstract',
  'time',
  'animal',
  'plant',
  'substance',
] as const

const Row = RowBase.extend({
  entities: z.array(
    z.looseObject({
      type: z.enum(TYPES),
      salience: z.number().optional(),
      mentions: z.array(z.tuple([z.int(), z.int()])).min(1),
    }),
  ),
})

type Gold = { isActor: boolean; isSalient: boolean; mentions: Span[] }
type Found = { mentions: readonly Span[] }
type Case = { gold: Gold[]; found: Found[]; pairs: readonly (readonly [Gold, Found])[] }

/** In most of the summaries of the article: one cannot tell the story without them. */
const SALIENT = 3
const ACTORS: ReadonlySet<string> = new Set(['person', 'organization'])
/** In characters: a mention as short as a name or a pronoun, which any overlap meets. */
const SHORT_MENTION = 24

/** Actors against annotated entities, brought together by the places where they are named. */
function actorDataset(name: string, title: string): Dataset {
  return dataset<z.infer<typeof Row>, Case>({
    name,
    title,
    baseline: 'no actor',
    folder: 'gum-news',
    row: Row,
    metrics,
    async caseOf(row, { system }) {
      const reading = readingOf(row)
      if (reading === undefined) return undefined
      const at = offsetsOf(row.text)
      const gold = row.entities.map(({ type, salience = 0, mentions }) => ({
        isActor: ACTORS.has(type),
        isSalient: ACTORS.has(type) && salience >= SALIENT,
        mentions: mentions.map(([start, end]) => at(start, end)),
      }))
      const { actors } = await system.analyse(reading)
      return { system: caseFrom(gold, actors), baseline: caseFrom(gold, []) }
    },
  })
}

function caseFrom(gold: Gold[], actors: Analysis['actors']): Case {
  return { gold, found: actors, pairs: bestPairs(gold, actors, sharedMentions) }
}

/** How many mentions of the actor meet a mention of the entity. */
function sharedMentions({ mentions }: Gold, found: Found): number {
  return found.mentions.filter((one) => mentions.some((other) => meets(one, other))).length
}

/** Annotated mentions take in what describes a name, so that ours shares the start or the end of a long one. */
function meets(ours: Span, gold: Span): boolean {
  const shared = sharedLength(ours, gold)
  return shared > 0 && (ours.end === gold.end || ours.start === gold.start || gold.end - gold.start <= SHORT_MENTION)
}

const source = 'optimal assignment by shared mentions (Hungarian algorithm)'
const metrics: readonly Metric<Case>[] = [
  share({
    name: 'salient-recall',
    title: 'Salient actor recall',
    description: `actors in at least ${SALIENT} of 5 summaries that are found`,
    source,
    count: ({ gold, pairs }) => [
      pairs.filter(([one]) => one.isSalient).length,
      gold.filter(({ isSalient }) => isSalient).length,
    ],
  }),
  share({
    name: 'actor-precision',
    title: 'Actor precision',
    description: 'actors of the system that are a person or an organization',
    source,
    count: ({ found, pairs }) => [pairs.filter(([one]) => one.isActor).length, found.length],
  }),
  f1({
    name: 'mention-f1',
    title: 'Mention F1',
    description: 'places that name the found actors',
    source: 'ours: over the entities that were found',
    count: ({ pairs }) => {
      let [right, ours, gold] = [0, 0, 0]
      for (const [entity, actor] of pairs) {
        right += sharedMentions(entity, actor)
        ours += actor.mentions.length
        gold += entity.mentions.length
      }
      return [Math.min(right, gold), ours, gold]
    },
  }),
]

export const actorDatasets: readonly Dataset[] = [
  actorDataset('gum-actors', 'GUM news: actors and where they are named'),
]
