import type { ArticleNames } from './article-names.ts'
import { kinOf, partsOf } from './article-names.ts'
import { type CheckedText, wording } from './checked-text.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { isNameAmongNouns } from './name-among-nouns.ts'
import { knownNameAt } from './name-variants.ts'
import type { ArticleIndex } from './parsed-text.ts'
import { isAcronym, isGlued, type Token } from './tokens.ts'

const MOST_FAULTS = 3

/**
 * Every proper name of the text must occur in the article, whatever its case, diacritics or ending; a people stands for its
 * country and the initials of a name for the name. The title proves nothing.
 *
 * What is a name: a capitalised word within a sentence. A word that starts a sentence, or stands in a headline that
 * capitalises all, is taken for one only when no list and no ending knows it as a plain word. For German, which capitalises
 * all nouns, see `isNameAmongNouns`.
 */
export function checkNames(text: CheckedText, article: ArticleIndex): string[] {
  const faults: string[] = []
  const style = styleOf(text)
  const absent = (at: number) => isAbsentName(at, { text, article, style })
  for (let at = 0; at < text.tokens.length && faults.length < MOST_FAULTS; at++) {
    const known = knownName(at, text, article)
    if (known > 0) at += known - 1
    else if (absent(at)) {
      const from = at
      while (at + 1 < text.tokens.length && isNextName(text.tokens, at) && absent(at + 1)) at += 1
      faults.push(faultOf(from, at + 1, text, article))
    } else {
      const mixed = mixedName(at, text, article)
      if (mixed !== undefined) faults.push(mixed)
    }
  }
  return [...new Set(faults)]
}

type Style = 'sentence' | 'title' | 'capitals'

/** Headlines may capitalise all words; then a capital tells nothing. */
function styleOf({ tokens }: CheckedText): Style {
  const words = tokens.filter(({ kind, fold }) => kind === 'word' && fold.length > 3)
  if (words.length < 4) return 'sentence'
  const share = (isSo: (token: Token) => boolean) => words.filter(isSo).length / words.length
  if (share(isAcronym) >= 0.7) return 'capitals'
  return share(({ capital }) => capital) >= 0.8 ? 'title' : 'sentence'
}

/** How many tokens from here are a country or the like that the article names in another form. */
function knownName(at: number, { tokens }: CheckedText, article: ArticleIndex): number {
  if (!tokens[at]?.capital) return 0
  const ahead = tokens.slice(at, at + 4)
  const end = ahead.findIndex(({ kind }) => kind !== 'word')
  const words = (end < 0 ? ahead : ahead.slice(0, end)).map(({ fold }) => fold)
  const known = knownNameAt(words, 0, article.reading.language)
  return known?.others.some((name) => standsInArticle(name.split(' '), article)) ? known.length : 0
}

function standsInArticle(words: readonly string[], { words: places, tokens }: ArticleIndex): boolean {
  const starts = places.get(words[0] ?? '') ?? []
  return starts.some(
    (start) =>
      (tokens[start]?.capital || (words[0] ?? '').length > 3) &&
      words.every((word, step) => tokens[start + step]?.fold === word),
  )
}

type Look = { text: CheckedText; article: ArticleIndex; style: Style }

function isAbsentName(at: number, { text, article, style }: Look): boolean {
  const token = text.tokens[at]
  if (token === undefined || token.kind !== 'word' || !token.capital || isKnown(token, at, { text, article, style }))
    return false
  const { lexicon, names } = article
  if (names.lowerStems.has(article.stem(token.fold))) return false
  if (lexicon.nameLeaders.size > 0) return isNameAmongNouns(at, text, article)
  if (style === 'sentence' && !isSentenceStart(text.tokens, at)) return true
  return startsLikeName(at, text, article)
}

function isKnown(token: Token, at: number, { text, article, style }: Look): boolean {
  const { lexicon, names, words, spellings } = article
  const { fold } = token
  const next = text.tokens[at + 1]
  if (next?.kind === 'number' && isGlued(token, next)) return spellings.has(fold + next.text)
  if (isAcronym(token) && style !== 'capitals') {
    if (
      names.capitals.has(fold) ||
      (names.isLowerCase && words.has(fold)) ||
      lexicon.ordinaryWords.has(fold) ||
      names.initials.has(fold)
    )
      return true
    if (fold.endsWith('s') && names.capitals.has(fold.slice(0, -1))) return true
    return lexicon.functionWords.has(fold) && isShouted(text.tokens, at)
  }
  if (fold.length < 2 || words.has(fold) || lexicon.functionWords.has(fold)) return true
  const ending = fold.endsWith('s') ? fold.slice(0, -1) : `${fold}s`
  return words.has(ending) || kinOf(fold, names) !== undefined || isCounted(fold, article)
}

/** "NOT": a function word in capitals beside words that are not. "US" and "WHO" are looked up as names first. */
function isShouted(tokens: readonly Token[], at: number): boolean {
  return !/^(us|who|it)$/.test(tokens[at]?.fold ?? '')
}

/** Days, months, currencies and numbers are the number check's. */
function isCounted(fold: string, { lexicon }: ArticleIndex): boolean {
  const { months, weekdays, cardinals, scales, ordinals, vague, currencies } = lexicon
  const numbers = [months, weekdays, cardinals, scales, ordinals, vague]
  return numbers.some((list) => list.get(fold) !== undefined) || currencies.get(fold) !== undefined
}

function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined || /^[.!?…:;–—•¿¡]$/.test(before.text)) return true
  return /^["'“‘«„(‚]$/.test(before.text) || (at === 1 && before.kind === 'mark')
}

/**
 * A word that no list and no ending knows, where a sentence starts or all words are capitalised. Alone at the start it must
 * also act like a name: own something, stand before a verb in the singular or before a mark.
 */
function startsLikeName(at: number, { tokens }: CheckedText, { lexicon }: ArticleIndex): boolean {
  const fold = tokens[at]?.fold ?? ''
  if (lexicon.functionWords.size === 0) return tokens[at + 1]?.capital === true
  if (lexicon.ordinaryWords.has(fold)) return false
  if (/['’]s$/.test(tokens[at]?.text ?? '')) return true
  if (isNextName(tokens, at) && !isSentenceStart(tokens, at + 1)) return true
  if (lexicon.ordinaryEndings.some((ending) => fold.length > ending.length + 1 && fold.endsWith(ending))) return false
  return !isSentenceStart(tokens, at) || actsLikeName(tokens[at + 1], lexicon)
}

function actsLikeName(next: Token | undefined, { functionWords, singularVerbs }: Lexicon): boolean {
  if (next === undefined || next.kind === 'number') return false
  if (next.kind === 'mark') return /^[,:(]$/.test(next.text)
  return singularVerbs.has(next.fold) || (!functionWords.has(next.fold) && !next.capital && isVerbForm(next.fold))
}

/** The third person and the past, as far as their endings tell: "rejects", "rejected", "rechaza", "rejette". */
function isVerbForm(fold: string): boolean {
  return /(?:[^s]s|ed|a|o|e|te|t)$/.test(fold)
}

/** The next token is capitalised and belongs to the same name. */
function isNextName(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at]
  const next = tokens[at + 1]
  return here?.kind === 'word' && next?.kind === 'word' && next.capital && next.start - here.end <= 1
}

function faultOf(from: number, to: number, text: CheckedText, { names }: ArticleIndex): string {
  const tokens = text.tokens.slice(from, to)
  const written = wording(text, from, to).replace(/['’]s$/, '')
  const inTitle = tokens.every(({ fold }) => names.title.has(fold))
    ? ' It stands in the title only, which proves nothing.'
    : ''
  const [first] = tokens
  const near = inTitle === '' && first ? nearName(first.fold, names) : undefined
  return `The name ${written} is not in the article.${inTitle}${near === undefined ? '' : ` The article writes ${near}.`}`
}

/** A capitalised word of the article that starts alike, as the article writes it. */
function nearName(fold: string, { byStart, capitals }: ArticleNames): string | undefined {
  if (fold.length < 5) return undefined
  const alike = byStart.get(fold.slice(0, 3))?.slice(0, 50) ?? []
  const near = alike.find((other) => capitals.has(other) && other.slice(0, 5) === fold.slice(0, 5))
  return near === undefined ? undefined : near.charAt(0).toUpperCase() + near.slice(1)
}

/** The first name of one person with the last name of another. */
function mixedName(at: number, text: CheckedText, { names, tokens, words }: ArticleIndex): string | undefined {
  const { tokens: own } = text
  const first = own[at]
  const last = own[at + 1]
  if (first === undefined || last === undefined || !first.capital || !isNextName(own, at)) return undefined
  const givens = names.byFirst.get(first.fold) ?? []
  const families = names.byLast.get(last.fold) ?? []
  if (givens.length === 0 || families.length === 0) return undefined
  const together = (words.get(first.fold) ?? []).some((place) => tokens[place + 1]?.fold === last.fold)
  const isOne =
    givens.some(({ name }) => partsOf(name).includes(last.fold)) ||
    families.some(({ name }) => partsOf(name).includes(first.fold))
  if (together || isOne) return undefined
  return `The article has no ${first.text} ${last.text}; it names ${givens[0]?.name} and ${families[0]?.name}.`
}
