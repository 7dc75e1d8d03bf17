import { type CheckedText, wording } from './checked-text.ts'
import { words } from './lexicon/words.ts'
import type { ArticleIndex, ParsedText } from './parsed-text.ts'
import type { Quantity } from './quantity.ts'

const WORDS_AHEAD = 5
const WORDS_BEHIND = 3
/** Where a clause ends, in five languages. */
const CONJUNCTIONS = words(
  `and or but while when after before as who which that because y e o u pero mientras cuando tras que et ou mais lorsque qui
  quand apres und oder aber wahrend als nachdem die der mas enquanto quando apos`,
)

/**
 * Tells of a figure that the article gives for something else ("40 killed" where 12 were killed and 40 injured): what the
 * text counts stands beside another number in the article, and never beside this one.
 */
export function misattachedNumber(
  number: Quantity,
  found: readonly Quantity[],
  text: CheckedText,
  article: ArticleIndex,
): string | undefined {
  if (number.isOrdinal || number.duration !== undefined || found.length > 20 || isScore(number, text)) return undefined
  const thing = thingCounted(number, text, article)
  if (thing === undefined) return undefined
  const around = found.map((quantity) => [
    ...countedBy(quantity, article, article),
    ...wordsBehind(quantity, article, article),
  ])
  if (around.some((stems) => stems.length === 0)) return undefined
  const own = [...countedBy(number, text, article), ...wordsBehind(number, text, article)]
  if (around.some((stems) => stems.some((stem) => own.includes(stem)))) return undefined
  const other = article
    .countsOf(thing)
    .find(({ unit, values }) => unit === number.unit && values[0] !== number.values[0])
  if (other === undefined) return undefined
  const [place] = found
  const told = place
    ? ` The number ${wording(article, place.from, place.to)} stands in sentence ${sentenceOf(place, article)} for something else.`
    : ''
  return `Sentence ${sentenceOf(other, article)} says “${wording(article, other.from, endOfPhrase(other, article))}”, not ${wording(text, number.from, number.to)}.${told}`
}

/** "3-1", "10–15": one number leans on the other. */
function isScore({ from, to }: Quantity, { tokens }: ParsedText): boolean {
  const isLink = (at: number) => /^[-–—:/]$/.test(tokens[at]?.text ?? '')
  return (isLink(from - 1) && tokens[from - 2]?.kind === 'number') || (isLink(to) && tokens[to + 1]?.kind === 'number')
}

/** Stem of the one thing that a number plainly counts: the word after it, or the verb after "people" ("12 people were hurt"). */
export function thingCounted(quantity: Quantity, parsed: ParsedText, article: ArticleIndex): string | undefined {
  if (quantity.isOrdinal || quantity.duration !== undefined || isScore(quantity, parsed)) return undefined
  const { people, passives, functionWords } = article.lexicon
  for (let at = quantity.to; at < quantity.to + WORDS_AHEAD; at++) {
    const token = parsed.tokens[at]
    if (token?.kind !== 'word' || CONJUNCTIONS.has(token.fold)) return undefined
    if (people.has(token.fold) || passives.has(token.fold)) continue
    return token.fold.length > 2 && !functionWords.has(token.fold) ? article.stem(token.fold) : undefined
  }
  return undefined
}

function sentenceOf({ first }: Quantity, article: ArticleIndex): number {
  return (article.sentenceOf[first] ?? 0) + 1
}

function endOfPhrase({ to }: Quantity, { tokens }: ArticleIndex): number {
  let end = to
  while (end < to + WORDS_AHEAD && tokens[end]?.kind === 'word' && !CONJUNCTIONS.has(tokens[end]?.fold ?? '')) end += 1
  return end
}

/** Stems of what a number counts: the content words after it, up to a stop or another number. */
function countedBy({ to }: Quantity, parsed: ParsedText, article: ArticleIndex): string[] {
  return stemsAlong(parsed, article, { from: to, step: 1, most: WORDS_AHEAD })
}

function wordsBehind({ from }: Quantity, parsed: ParsedText, article: ArticleIndex): string[] {
  return stemsAlong(parsed, article, { from: from - 1, step: -1, most: WORDS_BEHIND })
}

type Walk = { from: number; step: 1 | -1; most: number }

function stemsAlong({ tokens }: ParsedText, { lexicon, stem }: ArticleIndex, { from, step, most }: Walk): string[] {
  const stems: string[] = []
  for (let at = from, taken = 0; taken < most; at += step, taken++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || CONJUNCTIONS.has(token.fold)) break
    if (token.kind === 'mark' && token.text !== '-') break
    const { fold } = token
    if (token.kind === 'word' && fold.length > 2 && !lexicon.functionWords.has(fold) && !lexicon.people.has(fold)) {
      stems.push(stem(fold))
    }
  }
  return stems
}
