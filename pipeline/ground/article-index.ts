import type { Reading } from '../schema/reading.ts'
import { sentenceAt } from '../schema/span.ts'
import { type ArticleNames, articleNames, keyOfName, partsOf } from './article-names.ts'
import { datesOf, keysOfFound } from './dates.ts'
import { type Lexicon, lexiconOf } from './lexicon/lexicon.ts'
import { thingCounted } from './number-context.ts'
import type { ArticleIndex, ParsedText } from './parsed-text.ts'
import { quantitiesOf } from './quantities.ts'
import type { Quantity } from './quantity.ts'
import { stemOf } from './stem.ts'
import { isGlued, type Token, tokensOf } from './tokens.ts'

export function parseText(text: string, lexicon: Lexicon): ParsedText {
  const tokens = tokensOf(text)
  const quantities = quantitiesOf(tokens, lexicon)
  return { text, tokens, quantities, dates: datesOf(tokens, quantities, lexicon) }
}

export function indexArticle(reading: Reading): ArticleIndex {
  const lexicon = lexiconOf(reading.language)
  const parsed = parseText(reading.article.text, lexicon)
  const stem = stemmer(lexicon)
  const { sentenceOf, starts } = placeInSentences(parsed.tokens, reading)
  const contents = new Map<number, ReadonlySet<string>>()
  let names: ArticleNames | undefined
  let nameKeys: string[][] | undefined
  let referred: ReadonlyMap<number, ReadonlySet<string>> | undefined
  let withStem: ReadonlyMap<string, readonly number[]> | undefined
  let counts: Map<string, Quantity[]> | undefined
  const index: ArticleIndex = {
    ...parsed,
    reading,
    lexicon,
    sentenceOf,
    starts,
    words: wordPlaces(parsed.tokens),
    byValue: placesBy(parsed.quantities, ({ values }) => values.map(valueKey)),
    byTime: placesBy(parsed.quantities, ({ times }) => times),
    spellings: new Set(spellingsOf(parsed.tokens)),
    weekdays: weekdayPlaces(parsed.tokens, lexicon),
    inDates: new Set(parsed.dates.flatMap(({ parts }) => parts)),
    dateKeys: new Set(parsed.dates.flatMap(({ readings }) => readings.flatMap(keysOfFound))),
    largest: parsed.quantities.reduce(
      (most, { isYear, values: [value = 0] }) => (isYear ? most : Math.max(most, value)),
      0,
    ),
    countsOf(stem) {
      counts ??= countsByThing(index)
      return counts.get(stem) ?? []
    },
    stem,
    get nameKeys() {
      nameKeys ??= reading.names.map(({ name, aliases }) => [name, ...aliases].map(keyOfName))
      return nameKeys
    },
    get names() {
      names ??= articleNames(index)
      return names
    },
    contentOf(sentence) {
      let content = contents.get(sentence)
      if (content === undefined) {
        content = new Set(contentWords(parsed.tokens.slice(starts[sentence], starts[sentence + 1]), lexicon).map(stem))
        contents.set(sentence, content)
      }
      return content
    },
    referredIn(sentence) {
      referred ??= stemsOfNames(reading, stem)
      return referred.get(sentence) ?? new Set()
    },
    sentencesWith(wanted) {
      withStem ??= sentencesByStem(index)
      return withStem.get(wanted) ?? []
    },
  }
  return index
}

/** Folded words of some meaning: no function words, no number words that the number check looks after. */
export function contentWords(tokens: readonly Token[], { functionWords, cardinals, scales }: Lexicon): string[] {
  const content: string[] = []
  for (const { kind, fold } of tokens) {
    if (kind === 'mark' || functionWords.has(fold)) continue
    if (kind === 'word' && fold.length < 2 && /^[a-z]$/.test(fold)) continue
    if (cardinals.get(fold) === undefined && scales.get(fold) === undefined) content.push(fold)
  }
  return content
}

function stemsOfNames(reading: Reading, stem: (fold: string) => string): Map<number, Set<string>> {
  const bySentence = new Map<number, Set<string>>()
  const add = (sentence: number, stems: readonly string[]) => {
    const known = bySentence.get(sentence) ?? new Set()
    for (const each of stems) known.add(each)
    bySentence.set(sentence, known)
  }
  const stems = reading.names.map(({ name, role = '' }) => [...partsOf(name), ...partsOf(role).slice(0, 10)].map(stem))
  for (const { index, mentions } of reading.names) {
    for (const { sentence } of mentions) add(sentence, stems[index] ?? [])
  }
  for (const { speaker, content } of reading.attributions) {
    if (speaker === undefined) continue
    const last = sentenceAt(reading.sentences, Math.max(content.start, content.end - 1))
    for (let sentence = sentenceAt(reading.sentences, content.start); sentence <= last; sentence++) {
      add(sentence, stems[speaker] ?? [])
    }
  }
  return bySentence
}

function sentencesByStem({ tokens, sentenceOf, lexicon, stem }: ArticleIndex): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, { kind, fold }] of tokens.entries()) {
    if (kind === 'mark' || lexicon.functionWords.has(fold)) continue
    const key = stem(fold)
    const sentence = sentenceOf[at] ?? 0
    if (places.get(key)?.at(-1) !== sentence) push(places, key, sentence)
  }
  return places
}

function stemmer(lexicon: Lexicon): (fold: string) => string {
  const known = new Map<string, string>()
  return (fold) => {
    let stem = known.get(fold)
    if (stem === undefined) {
      stem = stemOf(fold, lexicon)
      known.set(fold, stem)
    }
    return stem
  }
}

function placeInSentences(tokens: readonly Token[], { sentences }: Reading) {
  const starts = sentences.map(() => tokens.length)
  const sentenceOf: number[] = []
  let sentence = 0
  for (const [at, token] of tokens.entries()) {
    while ((sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY) <= token.start) sentence += 1
    sentenceOf.push(sentence)
    starts[sentence] = Math.min(starts[sentence] ?? at, at)
  }
  for (let index = starts.length - 2; index >= 0; index--) {
    starts[index] = Math.min(starts[index] ?? tokens.length, starts[index + 1] ?? tokens.length)
  }
  return { sentenceOf, starts: [...starts, tokens.length] }
}

function wordPlaces(tokens: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'word') push(places, token.fold, at)
  }
  return places
}

/** Equal for values that arithmetic on decimals cannot tell apart. */
export function valueKey(value: number): string {
  return value.toPrecision(9)
}

function placesBy<Key>(quantities: readonly Quantity[], keys: (quantity: Quantity) => Key[]): Map<Key, Quantity[]> {
  const places = new Map<Key, Quantity[]>()
  for (const quantity of quantities) for (const key of keys(quantity)) push(places, key, quantity)
  return places
}

function countsByThing(index: ArticleIndex): Map<string, Quantity[]> {
  const counting = index.quantities.filter((quantity) => !index.inDates.has(quantity))
  return placesBy(counting, (quantity) => {
    const thing = thingCounted(quantity, index, index)
    return thing === undefined ? [] : [thing]
  })
}

/** Numbers as they are written, and words with the digits glued to them. */
function spellingsOf(tokens: readonly Token[]): string[] {
  const spellings: string[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'number') continue
    const before = tokens[at - 1]
    spellings.push(before?.kind === 'word' && isGlued(before, token) ? before.fold + token.text : token.text)
  }
  return spellings
}

function weekdayPlaces(tokens: readonly Token[], { weekdays }: Lexicon): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const [at, token] of tokens.entries()) {
    const weekday = token.kind === 'word' ? weekdays.get(token.fold) : undefined
    if (weekday !== undefined) push(places, weekday, at)
  }
  return places
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
