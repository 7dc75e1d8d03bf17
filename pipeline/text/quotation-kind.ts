import type { QuotationKind, Sentence, Span } from '../schema/span.ts'
import { sentenceAt } from '../schema/span.ts'
import { characterAt, isLetter, isLowerCase } from './characters.ts'
import { firstWordsOf } from './words.ts'

/** Where a quotation stands: the words inside the marks, the marks with them, and its paragraph. */
export type QuotationPlace = { readonly inner: Span; readonly outer: Span; readonly paragraph: Span }

/** The text around the quotations; `holdsCue` says whether a stretch of it holds a verb of saying. */
export type Surroundings = {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly holdsCue: (start: number, end: number) => boolean
}

// How far a cue is looked for on either side, and how much of a quotation is read; constants keep the time linear.
const BESIDE = 120
const MOST_WORDS = 9

/**
 * Direct, mixed or scare, judged by length, capitals, the marks beside the quotation and a verb of saying near it.
 * In doubt a short one without such a verb is scare, a longer one mixed.
 */
export function quotationKind(surroundings: Surroundings, place: QuotationPlace): QuotationKind {
  const view = viewOf(surroundings, place)
  if (isDirect(view)) return 'direct'
  return isTerm(view) ? 'scare' : 'mixed'
}

type View = {
  /** The first words: enough to tell a term from a clause. */
  readonly words: readonly string[]
  /** What stands beside the quotation within its sentence. */
  readonly before: string
  readonly after: string
  readonly isCapitalised: boolean
  readonly endsClause: boolean
  readonly beginsSentence: boolean
  readonly holdsSentences: boolean
  readonly isAlone: boolean
  readonly cueBefore: boolean
  readonly cueAfter: boolean
}

function viewOf({ text, sentences, holdsCue }: Surroundings, { inner, outer, paragraph }: QuotationPlace): View {
  const first = sentences[sentenceAt(sentences, inner.start)]
  const last = sentences[sentenceAt(sentences, Math.max(inner.start, inner.end - 1))]
  const from = Math.max(paragraph.start, first?.start ?? 0, outer.start - BESIDE)
  const to = Math.min(paragraph.end, Math.max(last?.end ?? paragraph.end, outer.end), outer.end + BESIDE)
  const before = text.slice(from, outer.start).trim()
  const after = text.slice(outer.end, to).trim()
  const opening = firstLetter(text, inner)
  const beginsSentence = !holdsLetter(before)
  return {
    words: firstWordsOf(text.slice(inner.start, inner.end), MOST_WORDS).map((word) => word.text),
    before,
    after,
    isCapitalised: opening !== '' && !isLowerCase(opening),
    endsClause: /^[,，]/.test(after) || CLAUSE_END.test(text.slice(Math.max(inner.start, inner.end - 4), inner.end)),
    beginsSentence,
    holdsSentences: first !== undefined && last !== undefined && last.index > first.index,
    isAlone: beginsSentence && !holdsLetter(after) && isWholeParagraph(text, outer, paragraph),
    cueBefore: holdsCue(from, outer.start),
    cueAfter: holdsCue(outer.end, to),
  }
}

const CLAUSE_END = /[.!?…,。！？，؟।]['’”"»›]*$/

function firstLetter(text: string, { start, end }: Span): string {
  for (let at = start; at < Math.min(end, start + 10); at += 1) {
    const character = characterAt(text, at)
    if (isLetter(character)) return character
  }
  return ''
}

function holdsLetter(text: string): boolean {
  return /\p{L}/u.test(text)
}

function isWholeParagraph(text: string, outer: Span, paragraph: Span): boolean {
  const before = text.slice(Math.max(paragraph.start, outer.start - BESIDE), outer.start)
  const after = text.slice(outer.end, Math.min(paragraph.end, outer.end + BESIDE))
  return !holdsLetter(before) && !holdsLetter(after)
}

function isDirect(view: View): boolean {
  const { words, before, after } = view
  if (words.length === 0 || WORK.test(before)) return false
  if (view.isAlone) return words.length >= 4 && !isTitle(words)
  if (view.holdsSentences && words.length >= 4) return true
  if (!view.isCapitalised) return view.beginsSentence && view.endsClause && view.cueAfter && words.length >= 4
  if (view.beginsSentence) return view.endsClause && (view.cueAfter || words.length >= 6 || /^[—–-]/.test(after))
  if (/[:：]$/.test(before)) return words.length >= 3 || view.endsClause
  if (/[,，]$/.test(before)) return view.endsClause && (view.cueBefore || words.length >= 5)
  return view.endsClause && words.length >= 4 && view.cueBefore && !isTitle(words)
}

const SO_CALLED =
  /(?:so-called|sogenannte[nrms]?|so genannte[nrms]?|soi-disant|llamad[oa]s?|chamad[oa]s?|cosiddett[oiae])$/i
const WORK =
  /(?:^|[^\p{L}])(?:(?:en)?titled|film|movie|book|novel|song|album|series|show|play|poem|documentary|hashtag|slogan|motto|titel|lied|buch|roman|serie|album|sendung|ausstellung|theaterstück|zeitung|zeitschrift|website|libro|película|canción|novela|lema|titulad[oa]|livre|roman|chanson|intitulée?|titre|filme|livro|canção|canzone|romanzo|intitolat[oa]),?:?$/iu

/** Titles, names, terms and so-called things: short, and no verb of saying beside them, or called by the name of a work. */
function isTerm({ words, before, cueBefore, cueAfter, beginsSentence, endsClause }: View): boolean {
  if (SO_CALLED.test(before) || WORK.test(before)) return true
  if (words.length <= 8 && isTitle(words) && !(beginsSentence && endsClause && cueAfter)) return true
  if (cueBefore || cueAfter) return false
  return words.length <= 3
}

const SMALL_WORDS =
  /^(?:the|a|an|of|and|or|in|on|at|to|for|with|from|by|de|la|el|los|las|y|du|des|le|les|et|der|die|das|und|von|e|o|do|da|di|del|il)$/

/** "Gone With the Wind", “Hamlet”: every word but the small ones begins with a capital. */
function isTitle(words: readonly string[]): boolean {
  const isCapital = (word: string) => !isLowerCase(word) || SMALL_WORDS.test(word)
  return words.length > 0 && words.every(isCapital) && !isLowerCase(words[0] ?? '')
}
