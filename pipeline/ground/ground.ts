import type { Cast, Claim, ClaimText, Complaint } from '../schema/contracts.ts'
import type { Reading } from '../schema/reading.ts'
import { isWordBoundary, wordsOf } from '../text/words.ts'
import { indexArticle, parseText } from './article-index.ts'
import { type CheckedText, type Fault, messageOf, shortened, type TextCheck } from './checked-text.ts'
import { checkConcerns } from './concerns.ts'
import { checkNames } from './names-check.ts'
import { checkNumbersAndDates } from './numbers-and-dates.ts'
import type { ArticleIndex } from './parsed-text.ts'
import { type People, peopleOf } from './people.ts'
import { checkPolarity } from './polarity-check.ts'
import { checkQuoteMarks } from './quote-marks.ts'
import { checkRoles } from './role-reversal.ts'
import { checkSpeaker } from './speaker.ts'
import { checkSupport } from './support.ts'
import { checkTaskTalk } from './task-talk.ts'

const textChecks: readonly TextCheck[] = [
  checkTaskTalk,
  checkNumbersAndDates,
  checkNames,
  checkQuoteMarks,
  checkSupport,
  checkPolarity,
  checkRoles,
]
/** A line of a result is a sentence; what is longer is no line, and is not looked into. UTF-16 code units. */
const LONGEST_TEXT = 2000
/** Searching a text in a longer one could take too long. */
const LONGEST_SENTENCE = 5000

/**
 * Holds claims against the article, without a model: every number, date and name of a text must occur in the article, cited
 * sentences must support it, evidence must concern its actor, a quotation its speaker. Pure, and near-linear in both.
 * One complaint a claim (without `field`, when the claim itself fails) or one for each of its texts that fails.
 */
export function ground(
  claims: readonly Claim[],
  { reading, cast }: { reading: Reading; cast: Cast | undefined },
): Complaint[] {
  const article = lazyIndex(reading)
  const people = peopleOf(cast, article)
  return claims.flatMap((claim) => groundClaim(claim, { article, reading, people }))
}

type Context = { article: () => ArticleIndex; reading: Reading; people: People }

function groundClaim(claim: Claim, { article, reading, people }: Context): Complaint[] {
  const cited = [...new Set(claim.evidence.map(({ sentence }) => sentence))].sort((a, b) => a - b)
  const ofClaim = [...checkConcerns(claim, people), ...checkSpeaker(claim, people)]
  const ofTexts = claim.texts.flatMap((text) => {
    const checks = checksFor(text.text, claim, cited, reading)
    const inContent = checks.length === 0 ? [] : faultsOf(claim, text, { cited, article, checks })
    const faults = [...tooManyWords(text), ...inContent]
    return faults.length === 0 ? [] : [{ ...text, faults }]
  })
  const complain = (item: string, faults: readonly Fault[], field?: string): Complaint => ({
    claim: claim.id,
    step: claim.step,
    ...(field === undefined ? {} : { field }),
    item: shortened(item),
    message: faults.map(messageOf).join(' '),
    sentences: cited,
    ...rightlyCited(cited, faults),
  })
  const falls = ofClaim.length > 0 || ofTexts.some(({ essential }) => essential)
  if (!falls) return ofTexts.map(({ text, field, faults }) => complain(text, faults, field))
  const item = ofTexts.find(({ essential }) => essential)?.text ?? claim.name
  return [complain(item, [...ofClaim, ...ofTexts.flatMap(({ faults }) => faults)])]
}

/** With which evidence the claim may stand, where nothing is wrong with it but what it cites. */
function rightlyCited(cited: readonly number[], faults: readonly Fault[]): Pick<Complaint, 'cite'> {
  const misplaced = faults.filter((fault) => typeof fault !== 'string')
  if (misplaced.length < faults.length) return {}
  const kept = misplaced.some(({ inPlace }) => inPlace) ? [] : cited
  const sentences = [...new Set([...kept, ...misplaced.map(({ cite }) => cite)])].sort((a, b) => a - b)
  return sentences.length > MOST_CITED ? {} : { cite: sentences }
}

const MOST_CITED = 5

function tooManyWords({ text, mostWords = Number.POSITIVE_INFINITY }: ClaimText): Fault[] {
  if (text.length <= mostWords) return [] // a word has a letter at least
  const words = wordsOf(text.slice(0, LONGEST_TEXT)).length
  return words > mostWords ? [`It has ${words} words; write ${mostWords} at most.`] : []
}

/** Words of the cited evidence need no check, but that a part of a sentence may have lost its negation. */
function checksFor(
  text: string,
  { evidence }: Claim,
  cited: readonly number[],
  reading: Reading,
): readonly TextCheck[] {
  if (isVerbatim(text, cited, reading)) return []
  const isPart = evidence.some((each) => each.text.length <= LONGEST_SENTENCE && holdsWords(each.text, text))
  return isPart ? [checkPolarity] : textChecks
}

function holdsWords(sentence: string, words: string): boolean {
  const start = sentence.indexOf(words)
  return start >= 0 && isWordBoundary(sentence, start) && isWordBoundary(sentence, start + words.length)
}

type Checking = { cited: readonly number[]; article: () => ArticleIndex; checks: readonly TextCheck[] }

function faultsOf(
  claim: Claim,
  { text, field }: { text: string; field: string },
  { cited, article, checks }: Checking,
): readonly Fault[] {
  if (text.length > LONGEST_TEXT) return [`The text is ${text.length} characters long; write one sentence.`]
  const index = article()
  const checked: CheckedText = { ...parseText(text, index.lexicon), claim, field, cited }
  return checks.flatMap((check) => check(checked, index))
}

/** Whole sentences of the article that it cites need no check: what the rules wrote, and what a claim is degraded to. */
function isVerbatim(text: string, cited: readonly number[], { article, sentences }: Reading): boolean {
  for (const [place, first] of cited.entries()) {
    const start = sentences[first]?.start
    if (start === undefined || !article.text.startsWith(text, start)) continue
    const ends = cited.slice(place).map((sentence) => sentences[sentence]?.end)
    if (ends.includes(start + text.length)) return true
  }
  return false
}

// A reading never changes, and the steps of one article are grounded one after another.
const indexes = new WeakMap<Reading, ArticleIndex>()

function lazyIndex(reading: Reading): () => ArticleIndex {
  return () => {
    let index = indexes.get(reading)
    if (index === undefined) {
      index = indexArticle(reading)
      indexes.set(reading, index)
    }
    return index
  }
}
