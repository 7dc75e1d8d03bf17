import { contentWords } from './article-index.ts'
import { type CheckedText, type Fault, listed, sentencesNamed } from './checked-text.ts'
import type { ArticleIndex } from './parsed-text.ts'

/** A text of this many content words or fewer needs one of them in the cited sentences, a longer one a quarter of them. */
const SHORT = 4
const LEAST_SHARE = 0.25
/** Another sentence supports a text far better when it holds most of its words and the cited ones hold few. */
const POOR_SHARE = 0.4
const FAR_BETTER_SHARE = 0.65
const FAR_BETTER_WORDS = 3

/**
 * The cited sentences must share content with the text (stems, and the names that they refer to). Wording of one's own is
 * allowed, so little is asked; but where other sentences plainly hold what the cited ones do not, those are to be cited.
 */
export function checkSupport(text: CheckedText, article: ArticleIndex): Fault[] {
  const wanted = [...new Set(contentWords(text.tokens, article.lexicon).map(article.stem))]
  if (wanted.length === 0 || text.cited.length === 0) return []
  const isCited = (stem: string) =>
    text.cited.some((sentence) => article.contentOf(sentence).has(stem) || article.referredIn(sentence).has(stem))
  const shared = wanted.filter(isCited)
  const needed = wanted.length <= SHORT ? 1 : Math.max(2, Math.ceil(wanted.length * LEAST_SHARE))
  const better = betterSentences(wanted, shared.length, text.cited, article)
  if (shared.length >= needed && better.length === 0) return []
  const [best] = better
  if (best !== undefined) {
    const message = `Sentence ${best + 1} says this, not ${citedNamed(text.cited)}. Cite sentence ${best + 1}.`
    return [{ message, cite: best, inPlace: true }]
  }
  if (text.cited.length > 5) return ['The cited sentences do not say this.']
  const missing =
    wanted.length > 3
      ? ''
      : ` (${listed(
          wanted.map((stem) => `“${wordOf(stem, text, article)}”`),
          'and',
        )})`
  return [`${sentencesNamed(text.cited)} ${text.cited.length > 1 ? 'do' : 'does'} not say this${missing}.`]
}

function citedNamed(cited: readonly number[]): string {
  return cited.length > 5 ? 'the cited ones' : sentencesNamed(cited).toLowerCase()
}

function wordOf(stem: string, { tokens }: CheckedText, article: ArticleIndex): string {
  return tokens.find(({ kind, fold }) => kind !== 'mark' && article.stem(fold) === stem)?.text ?? stem
}

/** The sentence that holds far more of the text than all the cited ones together, if there is one. */
function betterSentences(
  wanted: readonly string[],
  shared: number,
  cited: readonly number[],
  article: ArticleIndex,
): number[] {
  if (wanted.length <= SHORT || shared / wanted.length >= POOR_SHARE) return []
  const counts = new Map<number, number>()
  for (const stem of wanted) {
    const places = article.sentencesWith(stem)
    if (places.length > 200) continue
    for (const sentence of places) counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  }
  const enough = Math.max(wanted.length * FAR_BETTER_SHARE, shared + FAR_BETTER_WORDS)
  const [best] = [...counts]
    .filter(([sentence, count]) => count >= enough && !cited.includes(sentence))
    .sort((a, b) => b[1] - a[1])
  return best ? [best[0]] : []
}
