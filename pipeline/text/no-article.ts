import { paragraphsOf } from './paragraphs.ts'
import { wordsOf } from './words.ts'

const FEWEST_WORDS = 5
const LONGEST_RUN = 10_000
// What stands on a page instead of its article is short; an article about cookies is longer and tells more.
const LONGEST_NOTICE = 250

/**
 * Why a text cannot be an article, as the end of a sentence ("it holds …"); undefined when it may be one. Only what no
 * article looks like is named: a brief of one sentence passes.
 */
export function looksLikeNoArticle(text: string): string | undefined {
  const run = longestRun(text)
  if (run >= LONGEST_RUN) return `it holds one character ${run} times in a row`
  const words = wordsOf(text)
  if (!/\p{L}/u.test(text)) return 'it holds no letters'
  if (words.length < FEWEST_WORDS && !isUnspaced(text))
    return `it holds only ${words.length} ${words.length === 1 ? 'word' : 'words'}`
  if (isMostlyBlob(words, text)) return 'it holds encoded data or one endless word instead of words'
  if (words.length <= LONGEST_NOTICE && isNotice(text))
    return 'it holds the notice of a web page (cookies, scripts or a failed request)'
  if (isNavigation(text)) return 'it holds only short lines without a sentence, as a menu does'
  return undefined
}

/** How often the most repeated character stands in a row; white space does not count. */
function longestRun(text: string): number {
  let longest = 0
  let start = 0
  for (let at = 1; at <= text.length; at += 1) {
    if (text.charAt(at) === text.charAt(start)) continue
    if (at - start > longest && /\S/.test(text.charAt(start))) longest = at - start
    start = at
  }
  return longest
}

/** Scripts that set no spaces between words, where words cannot be counted. */
function isUnspaced(text: string): boolean {
  return /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]{15}/u.test(text)
}

const LONGEST_WORD = 500

function isMostlyBlob(words: readonly { start: number; end: number }[], text: string): boolean {
  const endless = words.filter((word) => word.end - word.start > LONGEST_WORD)
  const covered = endless.reduce((sum, word) => sum + word.end - word.start, 0)
  return covered > text.length / 2
}

const COOKIE_PHRASES = [
  /\b(?:we|this (?:web)?site|our (?:web)?site)\b.{0,60}\buses? cookies/is,
  /\baccept (?:all )?(?:cookies|and continue)|\breject all\b|\baccept all\b/i,
  /\b(?:manage|cookie|privacy) (?:settings|preferences|policy|choices)\b/i,
  /\byour (?:consent|privacy|experience|preferences)\b/i,
  /\bby (?:continuing|clicking)\b.{0,80}\b(?:agree|accept|consent)/is,
  /\b(?:our|third-party) partners\b/i,
  /\b(?:utilizamos|usamos) cookies|\bnous utilisons des cookies|\bwir (?:verwenden|nutzen|setzen) cookies|\butilizziamo (?:i )?cookie/i,
  /\baceptar (?:todas|cookies)|\b(?:tout accepter|accepter les cookies)|\b(?:alle|cookies) akzeptieren|\baceitar (?:todos|cookies)|\baccetta (?:tutti|i cookie)/i,
  /\bpolítica de (?:cookies|privacidad|privacidade)|\bpolitique de confidentialité|\bdatenschutzerklärung|\binformativa sulla privacy/i,
]

const BLOCKED_PAGE =
  /(?:enable|activate|turn on) java ?script|javascript (?:is|seems to be) (?:disabled|not)|verify (?:that )?you are (?:a )?human|are you a robot|access (?:to this page has been )?denied|checking your browser|(?:404|403|500|502|503) (?:error|not found|forbidden)|page (?:you requested |you are looking for )?(?:was |can(?:no|')t be )?(?:not )?found/i

/** Cookie text names its subject in several ways at once; a page that was not served says so in a few words. */
function isNotice(text: string): boolean {
  const phrases = COOKIE_PHRASES.filter((phrase) => phrase.test(text)).length
  if (/cookies?/i.test(text) && phrases >= 2 && !/["“„«]/.test(text)) return true
  return wordsOf(text).length <= 60 && BLOCKED_PAGE.test(text) && !/["“„«]/.test(text)
}

const FEWEST_MENU_LINES = 4
const LONGEST_MENU_LINE = 6

/** Many lines, and every one of them a few words without a full stop. Chinese and Japanese lines count characters. */
function isNavigation(text: string): boolean {
  const lines = paragraphsOf(text)
  if (lines.length < FEWEST_MENU_LINES) return false
  return lines.every(({ start, end }) => {
    const line = text.slice(start, end)
    return !/[.!?…。！？।؟]["'”’»)]*$/.test(line) && wordsOf(line.slice(0, 200)).length <= LONGEST_MENU_LINE
  })
}
