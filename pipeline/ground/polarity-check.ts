import { contentWords } from './article-index.ts'
import { type CheckedText, sentencesNamed } from './checked-text.ts'
import { citedTokens, isPlainlyNegated, mayBeNegated } from './clauses.ts'
import type { ArticleIndex } from './parsed-text.ts'
import type { Token } from './tokens.ts'

/** Of many sentences some negate what others do not. */
const MOST_CITED = 6
/** Words on either side of a verb that tell what it is about. */
const AROUND = 5

/**
 * A text must not deny what the cited sentences affirm, nor affirm what they deny: the same verb stands once under a negation
 * and once not ("did not approve" and "approved"), or a verb for stands where only verbs against do.
 */
export function checkPolarity(text: CheckedText, article: ArticleIndex): string[] {
  if (text.cited.length === 0 || text.cited.length > MOST_CITED) return []
  const evidence = citedTokens(text.cited, article)
  const fault = deniedWord(text, evidence, article) ?? oppositeVerb(text, evidence, article)
  return fault === undefined ? [] : [fault]
}

function deniedWord(
  { tokens, cited }: CheckedText,
  evidence: readonly Token[],
  article: ArticleIndex,
): string | undefined {
  const { negators, refusals } = article.lexicon
  const mayNegate = ({ fold }: Token) => negators.has(fold) || refusals.has(fold)
  if (!tokens.some(mayNegate) && !evidence.some(mayNegate)) return undefined
  const placesOf = verbPlaces(evidence, article)
  for (const [at, token] of tokens.entries()) {
    const places = isVerbLike(token, article) ? (placesOf.get(article.stem(token.fold)) ?? []) : []
    if (places.length === 0) continue
    const isDenied = isPlainlyNegated(tokens, at, article)
    const isOpposed = (place: number) =>
      isDenied
        ? !mayBeNegated(evidence, place, article)
        : isPlainlyNegated(evidence, place, article) && !mayBeNegated(tokens, at, article)
    if (!places.every(isOpposed)) continue
    if (!places.some((place) => isSameMatter(tokens, at, { evidence, place, article }))) continue
    const elsewhere = isDenied ? 'without a negation' : 'under a negation'
    return `${sentencesNamed(cited)} ${cited.length > 1 ? 'have' : 'has'} “${token.text}” ${elsewhere}; the text says the opposite.`
  }
  return undefined
}

function verbPlaces(tokens: readonly Token[], article: ArticleIndex): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, token] of tokens.entries()) {
    if (!isVerbLike(token, article)) continue
    const stem = article.stem(token.fold)
    const known = places.get(stem)
    if (known) known.push(at)
    else places.set(stem, [at])
  }
  return places
}

type Place = { evidence: readonly Token[]; place: number; article: ArticleIndex }

/** The two places share a content word beside the verb: they speak of the same thing. */
function isSameMatter(tokens: readonly Token[], at: number, { evidence, place, article }: Place): boolean {
  const around = (all: readonly Token[], middle: number) =>
    contentWords(
      [...all.slice(Math.max(0, middle - AROUND), middle), ...all.slice(middle + 1, middle + 1 + AROUND)],
      article.lexicon,
    ).map(article.stem)
  const own = new Set(around(tokens, at))
  return around(evidence, place).some((stem) => own.has(stem))
}

/** Content words in lower case; which of them are verbs is not known. */
function isVerbLike({ kind, capital, fold }: Token, { lexicon }: ArticleIndex): boolean {
  return (
    kind === 'word' && !capital && fold.length > 3 && !lexicon.functionWords.has(fold) && !lexicon.refusals.has(fold)
  )
}

/** A verb for (or against) whose subject is a name, where the cited sentences have that name with verbs against (or for) only. */
function oppositeVerb(
  { tokens, cited }: CheckedText,
  evidence: readonly Token[],
  article: ArticleIndex,
): string | undefined {
  const claimed = sides(tokens, article)
  const found = sides(evidence, article)
  if (claimed.length === 0 || found.length === 0) return undefined
  for (const { side, subject, token } of claimed) {
    if (subject === undefined || found.some((other) => other.side === side)) continue
    const opposite = found.find((other) => other.subject === subject)
    if (opposite) {
      return `${sentencesNamed(cited)} ${cited.length > 1 ? 'say' : 'says'} “${opposite.token.text}”, the text says “${token.text}”.`
    }
  }
  return undefined
}

type Side = { side: 'for' | 'against'; subject: string | undefined; token: Token }

function sides(tokens: readonly Token[], article: ArticleIndex): Side[] {
  const { pro, con } = article.lexicon
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || token.capital) return []
    const stem = article.stem(token.fold)
    const isPro = pro.has(stem)
    if (!isPro && !con.has(stem)) return []
    const side = isPro === isPlainlyNegated(tokens, at, article) ? 'against' : 'for'
    return [{ side, subject: subjectBefore(tokens, at), token }]
  })
}

/** The nearest capitalised word before, in the same clause. */
function subjectBefore(tokens: readonly Token[], at: number): string | undefined {
  for (let back = 1; back <= 6; back++) {
    const token = tokens[at - back]
    if (token === undefined || /^[.;:!?]$/.test(token.text)) return undefined
    if (token.capital) return token.fold
  }
  return undefined
}
