import { z } from 'zod'
import type { Span } from '../../../pipeline/schema/span.ts'

/** Words that a rival gives as standing in the article, and, where it says so itself, the place. */
export type Passage = { text: string; at?: Span }

/**
 * What a rival said of an article, as it said it: names, labels and passages are not yet held against the article or our lists.
 * A reaction without `quote` leaves open whether its passage is one.
 */
export type Claims = {
  actors: { name: string; kind: string; aliases: string[] }[]
  issue?: { statement: string; passage?: Passage }
  stances: { actor: string; label: string; passage?: Passage }[]
  reactions: { speaker: string; kind: string; polarity: string; quote?: Passage; passage?: Passage }[]
  summary: string
  keyPoints: string[]
}

export const Text = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => text.trim())
  .catch('')

/** The items that have the form; whatever else stands among them, or instead of the list, counts as nothing. */
export function listOf<Item>(item: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((each) => {
        const found = item.safeParse(each)
        return found.success ? [found.data] : []
      }),
    )
}

/** A list of texts, also where the model wrote them as one text with commas. */
export const Texts = z
  .union([z.string().transform((text) => text.split(/[,;|]/)), listOf(z.string())])
  .transform((texts) => texts.map((text) => text.trim()).filter((text) => text !== ''))
  .catch([])

export function passageOf(text: string, at?: Span): Passage | undefined {
  return text === '' && at === undefined ? undefined : { text, ...(at && { at }) }
}
