import type { Mention, Name, Reading } from '../schema/reading.ts'

/** A mention with its name. */
export type Named = { name: Name; mention: Mention }

/** More in one sentence are no sentence. */
const MAX_MENTIONS = 100

/** The mentions of each sentence, the first hundred of it, name by name. Linear in the mentions. */
export function mentionsBySentence({ names }: Pick<Reading, 'names'>): (sentence: number) => readonly Named[] {
  const found = new Map<number, Named[]>()
  for (const name of names) {
    for (const mention of name.mentions) {
      const known = found.get(mention.sentence)
      if (known === undefined) found.set(mention.sentence, [{ name, mention }])
      else if (known.length < MAX_MENTIONS) known.push({ name, mention })
    }
  }
  return (sentence) => found.get(sentence) ?? NONE
}

const NONE: readonly Named[] = []
