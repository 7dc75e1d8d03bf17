import type { Actor } from '../schema/analysis.ts'
import type { Name, Reading } from '../schema/reading.ts'
import { type Span, sentenceAt } from '../schema/span.ts'
import { keyOfName, partsOf } from './article-names.ts'
import { knownNameAt } from './name-variants.ts'
import type { ArticleIndex } from './parsed-text.ts'

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
  const names = sameNames(actor, article)
  const sentences = new Set(actor.mentions.map(({ sentence }) => sentence))
  for (const index of names) for (const { sentence } of reading.names[index]?.mentions ?? []) sentences.add(sentence)
  for (const { speaker, content } of reading.attributions) {
    if (speaker !== undefined && names.has(speaker)) addSpan(sentences, content, reading)
  }
  for (const { holder, target, sentence } of reading.cues) {
    if ([holder, target].some((index) => index !== undefined && names.has(index))) sentences.add(sentence)
  }
  for (const name of [actor.name, ...actor.aliases]) addWordings(sentences, name, actor, article)
  return { names, sentences }
}

function addSpan(sentences: Set<number>, { start, end }: Span, reading: Reading): void {
  const last = sentenceAt(reading.sentences, Math.max(start, end - 1))
  for (let sentence = sentenceAt(reading.sentences, start); sentence <= last; sentence++) sentences.add(sentence)
}

/** Names of the article that are the actor by name or alias, or by the surname alone. */
function sameNames(actor: Actor, { reading, nameKeys }: ArticleIndex): Set<number> {
  const own = new Set([actor.name, ...actor.aliases].map(keyOfName))
  const parts = partsOf(actor.name)
  const isSame = ({ index, kind }: Name) => {
    const keys = nameKeys[index] ?? []
    if (keys.some((key) => own.has(key))) return true
    const [full = ''] = keys
    if (actor.kind !== 'person' || kind !== 'person' || (parts.length > 1 && full.includes(' '))) return false
    return full.split(' ').at(-1) === parts.at(-1)
  }
  return new Set(reading.names.filter(isSame).map(({ index }) => index))
}

/** Adds the sentences that hold the name, a name of the same country, or a part that stands for the whole. */
function addWordings(sentences: Set<number>, name: string, actor: Actor, article: ArticleIndex): void {
  const parts = partsOf(name)
  addPhrase(sentences, parts, article)
  const known = knownNameAt(parts, 0, article.reading.language)
  if (known?.length === parts.length) for (const other of known.others) addPhrase(sentences, other.split(' '), article)
  if (actor.kind === 'country' || parts.length < 2) return
  const surname = parts.at(-1) ?? ''
  if (actor.kind === 'person') {
    if ((article.names.byLast.get(surname)?.length ?? 0) < 2) addPhrase(sentences, [surname], article)
  } else {
    for (const part of parts.filter(({ length }) => length > 3)) addNoun(sentences, part, article)
  }
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

/** "the ministry" for the Ministry of Health: the word outside any other name. */
function addNoun(sentences: Set<number>, word: string, { words, tokens, sentenceOf }: ArticleIndex): void {
  for (const place of words.get(word) ?? []) {
    const stands = !tokens[place]?.capital || !(tokens[place - 1]?.capital || tokens[place + 1]?.capital)
    if (stands) sentences.add(sentenceOf[place] ?? 0)
  }
}
