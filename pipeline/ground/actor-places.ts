import type { Actor } from '../schema/analysis.ts'
import type { Name, Reading } from '../schema/reading.ts'
import { type Span, sentenceAt } from '../schema/span.ts'
import type { ArticleIndex } from './article-index.ts'
import { partsOf } from './article-names.ts'
import { knownNameAt } from './name-variants.ts'

/** Where an article names an actor or refers to it. */
export type ActorPlaces = {
  /** Indexes into `reading.names` that are this actor. */
  names: ReadonlySet<number>
  /** Sentences in which it is named or referred to, or which hold what it said. */
  sentences: ReadonlySet<number>
}

/** Finds an actor in the article: by the names that the rules resolved, by its own mentions, and by its words. */
export function placesOfActor(actor: Actor, article: ArticleIndex): ActorPlaces {
  const { reading } = article
  const names = new Set(reading.names.filter((name) => isSame(actor, name)).map(({ index }) => index))
  const sentences = new Set(actor.mentions.map(({ sentence }) => sentence))
  for (const index of names) for (const { sentence } of reading.names[index]?.mentions ?? []) sentences.add(sentence)
  for (const { speaker, content } of reading.attributions) {
    if (speaker !== undefined && names.has(speaker)) addSpan(sentences, content, reading)
  }
  for (const { holder, target, sentence } of reading.cues) {
    if ([holder, target].some((index) => index !== undefined && names.has(index))) sentences.add(sentence)
  }
  for (const name of [actor.name, ...actor.aliases]) {
    for (const words of wordingsOf(name, actor, reading.language)) addPhrase(sentences, words, article)
  }
  return { names, sentences }
}

function addSpan(sentences: Set<number>, { start, end }: Span, reading: Reading): void {
  const last = sentenceAt(reading.sentences, Math.max(start, end - 1))
  for (let sentence = sentenceAt(reading.sentences, start); sentence <= last; sentence++) sentences.add(sentence)
}

function isSame(actor: Actor, name: Name): boolean {
  const own = [actor.name, ...actor.aliases].map(keyOf)
  const others = [name.name, ...name.aliases].map(keyOf)
  if (others.some((other) => own.includes(other))) return true
  if (actor.kind !== 'person' || name.kind !== 'person') return false
  // A surname alone is the person whose last name it is.
  const [actorParts, nameParts] = [partsOf(actor.name), partsOf(name.name)]
  return (actorParts.length === 1 || nameParts.length === 1) && actorParts.at(-1) === nameParts.at(-1)
}

function keyOf(name: string): string {
  const parts = partsOf(name)
  return (parts[0] === 'the' ? parts.slice(1) : parts).join(' ')
}

/** What an article may write for a name: all of it, its last name or main words, the other names of a country. */
function wordingsOf(name: string, { kind }: Actor, language: string): string[][] {
  const parts = partsOf(name)
  const [first = ''] = parts
  const known = knownNameAt(parts, 0, language)
  const others = known?.length === parts.length ? known.others.map((other) => other.split(' ')) : []
  const longParts = parts.filter((part) => part.length > 3)
  const single =
    kind === 'person' ? parts.slice(-1) : kind === 'country' ? (parts.length === 1 ? [first] : []) : longParts
  return [parts, ...single.map((part) => [part]), ...others]
}

function addPhrase(
  sentences: Set<number>,
  words: readonly string[],
  { words: places, tokens, sentenceOf }: ArticleIndex,
): void {
  for (const place of places.get(words[0] ?? '') ?? []) {
    if (words.every((word, step) => tokens[place + step]?.fold === word)) sentences.add(sentenceOf[place] ?? 0)
  }
}
