import { z } from 'zod'
import type { Span } from '../../../pipeline/schema/span.ts'
import { type Claims, listOf, passageOf, Text, Texts } from './claims.ts'

const Attributes = z
  .object({
    kind: Text,
    aliases: Texts,
    actor: Text,
    label: Text,
    speaker: Text,
    polarity: Text,
    statement: Text,
    summary: Text,
  })
  .catch({ kind: '', aliases: [], actor: '', label: '', speaker: '', polarity: '', statement: '', summary: '' })

const Extraction = z.object({
  class: Text,
  text: Text,
  attributes: Attributes,
  interval: z.tuple([z.int().nonnegative(), z.int().nonnegative()]).nullish().catch(null),
})
type Extraction = z.infer<typeof Extraction>

const Raw = z.object({ extractions: listOf(Extraction) }).catch({ extractions: [] })

/** What `run_langextract.py` wrote as `raw`, with its places in the text of the article; anything else says nothing. */
export function claimsOfLangextract(raw: unknown, text: string): Claims {
  const { extractions } = Raw.parse(raw)
  const of = (name: string) => extractions.filter((each) => each.class.toLowerCase() === name)
  const placed = ({ text: words, interval }: Extraction) => passageOf(words, spanOf(interval, text))
  const [main] = of('main_issue')
  return {
    actors: of('actor').map(({ text: name, attributes: { kind, aliases } }) => ({ name, kind, aliases })),
    ...(main && { issue: { statement: main.attributes.statement || main.text, passage: placed(main) } }),
    stances: of('stance').map((each) => ({
      actor: each.attributes.actor,
      label: each.attributes.label,
      passage: placed(each),
    })),
    reactions: of('reaction').map((each) => ({
      speaker: each.attributes.speaker,
      kind: each.attributes.kind,
      polarity: each.attributes.polarity,
      passage: placed(each),
    })),
    summary: main?.attributes.summary ?? '',
    keyPoints: of('key_point').map((each) => each.text),
  }
}

/** Python counts code points where we count UTF-16 units. */
function spanOf(interval: readonly [number, number] | null | undefined, text: string): Span | undefined {
  if (!interval || interval[0] >= interval[1]) return undefined
  const points = [...text]
  if (interval[1] > points.length) return undefined
  const offset = (count: number) => points.slice(0, count).join('').length
  return { start: offset(interval[0]), end: offset(interval[1]) }
}
