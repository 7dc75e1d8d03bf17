import { foldCase } from '../text/fold-case.ts'
import type { CheckedText } from './checked-text.ts'
import type { ArticleIndex } from './parsed-text.ts'
import { isGlued } from './tokens.ts'

/** Marks of how the question was put: numbers in brackets, fences, pieces of JSON, tags. */
const PIECES: readonly RegExp[] = [
  /\[[QAI]?\d{1,5}\]/,
  /```/,
  /<\/?[a-z_-]{2,30}>/i,
  /[{[]\s{0,5}"[a-z_A-Z]{1,40}"\s{0,5}[:\]]/,
  /"[a-z_A-Z]{1,40}"\s{0,5}:\s{0,5}["[{\d]/,
  /\\[nu"]/,
]

/** A text speaks of the news, not of the task: no labels of the question, no "the article says", no instruction repeated. */
export function checkTaskTalk(text: CheckedText, article: ArticleIndex): string[] {
  // A rationale says why a label was given: it may speak of the article, and small models always do.
  const phrase = text.field === 'rationale' ? undefined : phraseIn(text, article)
  const found = pieceIn(text, article) ?? labelIn(text, article) ?? phrase
  return found === undefined ? [] : [`“${found}” speaks of the task, not of the news. Write about the events alone.`]
}

function pieceIn({ text }: CheckedText, { reading }: ArticleIndex): string | undefined {
  for (const piece of PIECES) {
    const found = piece.exec(text)?.[0]
    if (found !== undefined && !reading.article.text.includes(found)) return found
  }
  return undefined
}

/** "A1", "Q3", "issue 2", "sentence 4" where the article has no such words. */
function labelIn({ tokens }: CheckedText, { spellings, words, tokens: own }: ArticleIndex): string | undefined {
  for (const [at, token] of tokens.entries()) {
    const number = tokens[at + 1]
    if (token.kind !== 'word' || number?.kind !== 'number') continue
    if (isGlued(token, number) && /^[aqi]$/.test(token.fold) && token.capital) {
      if (!spellings.has(token.fold + number.text)) return token.text + number.text
    } else if (/^(?:sentences?|issue|actor|quotation|oracion|phrase|satz|frase)$/.test(token.fold)) {
      const stands = words.get(token.fold)?.some((place) => own[place + 1]?.text === number.text) ?? false
      if (!stands) return `${token.text} ${number.text}`
    }
  }
  return undefined
}

function phraseIn({ text }: CheckedText, { lexicon, reading }: ArticleIndex): string | undefined {
  const folded = foldCase(text)
  const phrase = lexicon.taskPhrases.find((each) => holdsWords(folded, each))
  return phrase !== undefined && !holdsWords(foldCase(reading.article.text), phrase) ? phrase : undefined
}

function holdsWords(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + phrase.length))) return true
  }
  return false
}
