import { MEN, WOMEN } from '../rules/lexicon/first-names.ts'
import { words } from './lexicon/words.ts'
import { isKnownPlace } from './name-variants.ts'
import type { ArticleIndex, ParsedText } from './parsed-text.ts'
import { foldWord, isAcronym, isGlued, type Token } from './tokens.ts'

const firstNames = new Set([...words(MEN), ...words(WOMEN)].map(foldWord))
/** "Bankchef", "Innenministerin": an office, whoever holds it stands after it. */
const OFFICE =
  /(?:chef|chefin|minister|ministerin|prasident|prasidentin|sprecher|sprecherin|trainer|trainerin|anwalt|anwaltin|meister|meisterin|direktor|direktorin|sekretar|sekretarin|kanzler|kanzlerin|richter|richterin|leiter|leiterin)$/
const DECLINED = /(?:e|en|er|es|em)$/

/**
 * Whether a word that the article does not have is a name, in a language that capitalises all nouns (German): an acronym, a
 * country or seat of government, a word after an office or a reporting verb, or one beside a first name or beside another
 * word that is new. A surname that stands alone cannot be told from a noun, and passes.
 */
export function isNameAmongNouns(at: number, { tokens }: ParsedText, article: ArticleIndex): boolean {
  const token = tokens[at]
  if (token === undefined || isCompoundPart(tokens, at) || isKinOfNoun(token.fold, article)) return false
  const { lexicon, reading } = article
  if (isAcronym(token) || isKnownPlace(token.fold, reading.language)) return true
  if (isOffice(token.fold, article) || lexicon.ordinaryEndings.some((ending) => token.fold.endsWith(ending)))
    return false
  const before = neighbour(tokens, at, -1)
  const after = neighbour(tokens, at, 1)
  if (before && (lexicon.nameLeaders.has(before.fold) || isOffice(before.fold, article))) return true
  if (firstNames.has(token.fold)) return after?.capital === true
  if (before?.capital && firstNames.has(before.fold)) return true
  return (
    (isNew(before, tokens, at - 1, article) && !isAdjective(tokens, at - 1)) ||
    (isNew(after, tokens, at + 1, article) && !isAdjective(tokens, at))
  )
}

/** The next word on one side, when only a blank stands between. */
function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): Token | undefined {
  const [here, next] = [tokens[at], tokens[at + step]]
  if (here === undefined || next?.kind !== 'word') return undefined
  return Math.max(here.start - next.end, next.start - here.end) <= 1 ? next : undefined
}

function isOffice(fold: string, { lexicon }: ArticleIndex): boolean {
  return lexicon.titles.has(fold) || OFFICE.test(fold)
}

/** A capitalised word that the article does not have either, and no plain noun by its ending. */
function isNew(token: Token | undefined, tokens: readonly Token[], at: number, article: ArticleIndex): boolean {
  if (!token?.capital || article.words.has(token.fold) || isCompoundPart(tokens, at)) return false
  const { functionWords, ordinaryEndings } = article.lexicon
  if (functionWords.has(token.fold) || isKinOfNoun(token.fold, article)) return false
  return !ordinaryEndings.some((ending) => token.fold.endsWith(ending))
}

/** "Neuer Parlamentspräsident": at the start of a sentence a declined adjective is capitalised as well. */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const isStart = before === undefined || /^[.!?:;–—„"“]$/.test(before.text)
  return isStart && DECLINED.test(tokens[at]?.fold ?? '') && !firstNames.has(tokens[at]?.fold ?? '')
}

/** "Ticket-Kontrolle" */
function isCompoundPart(tokens: readonly Token[], at: number): boolean {
  const isHyphen = (place: number) => tokens[place]?.text === '-'
  const token = tokens[at]
  if (token !== undefined && isAcronym(token)) return false
  return (isHyphen(at - 1) && isGlued(tokens[at - 1], token)) || (isHyphen(at + 1) && isGlued(token, tokens[at + 1]))
}

/** "Bahnstreik" where the article writes "Streik", or the other way round, and other words that begin alike. */
function isKinOfNoun(fold: string, { names }: ArticleIndex): boolean {
  const start = fold.slice(0, 6)
  const alike = names.byStart.get(fold.slice(0, 3))?.slice(0, 200) ?? []
  if (
    fold.length > 4 &&
    alike.some((other) => other.length > 4 && (other.startsWith(start) || fold.startsWith(other.slice(0, 6))))
  ) {
    return true
  }
  for (let cut = 3; cut <= fold.length - 4; cut++) if (names.capitals.has(fold.slice(cut))) return true
  return false
}
