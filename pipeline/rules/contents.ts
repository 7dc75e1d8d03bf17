import type { Span } from '../schema/span.ts'
import type { Material } from './attributions.ts'
import type { Frame } from './frames.ts'

/**
 * The clause that a frame reports: what follows the verb ("said that …"), or what stands before it where the frame closes
 * the sentence ("…, she said"). Undefined where nothing is left.
 */
export function contentOf(material: Material, frame: Frame): Span | undefined {
  if (frame.auxiliary !== undefined) return withinClause(material, frame, frame.auxiliary)
  const before = clauseBefore(material, frame)
  const after = clauseAfter(material, frame)
  if (before !== undefined && after !== undefined && isParenthetical(material, frame)) return longer(before, after)
  if (before !== undefined && (after === undefined || closesSentence(material, frame, after))) return before
  return after ?? before
}

/** "The plan, he added, would fail". */
function isParenthetical({ input }: Material, frame: Frame): boolean {
  return (
    /^[,—–]/.test((input.tokens[frame.last]?.gap ?? '').trim()) &&
    /^[,—–]/.test((input.tokens[frame.first - 1]?.gap ?? '').trim())
  )
}

function longer(a: Span, b: Span): Span {
  return a.end - a.start > b.end - b.start ? a : b
}

/** "Sie hat den Vertrag kritisiert": between the auxiliary and the participle. */
function withinClause({ input: { tokens } }: Material, frame: Frame, auxiliary: number): Span | undefined {
  const isAfter = frame.source !== undefined && frame.source.phrase.first > auxiliary
  const first = tokens[(isAfter ? (frame.source?.phrase.last ?? auxiliary) : auxiliary) + 1]
  const last = tokens[frame.cue.first - 1]
  return first === undefined || last === undefined || last.end <= first.start
    ? undefined
    : { start: first.start, end: last.end }
}

const SHORT_TAIL = 5
const DATELINE = 12

function closesSentence({ input }: Material, frame: Frame, after: Span): boolean {
  if (frame.reaction !== undefined || frame.weak || !opensAfterComma(input.tokens[frame.first - 1]?.gap ?? ''))
    return false
  if (frame.inverted) return true
  const words = input.text.slice(after.start, Math.min(after.end, after.start + 100)).split(/\s+/).length
  const first = input.tokens[frame.last + 1]
  const isOpener = first !== undefined && input.lexicon.is('clauseOpeners', first.lower)
  return !isOpener && (words <= SHORT_TAIL || input.lexicon.is('prepositions', first?.lower ?? ''))
}

function opensAfterComma(gap: string): boolean {
  return /[,”"»“—–]/.test(gap)
}

/** From the start of the sentence to the comma before the frame. */
function clauseBefore({ input, sentences }: Material, frame: Frame): Span | undefined {
  const { tokens } = input
  const sentence = sentences[frame.sentence]
  const last = tokens[frame.first - 1]
  if (sentence === undefined || last === undefined || last.sentence !== frame.sentence) return undefined
  if (!opensAfterComma(last.gap)) return undefined
  const start = Math.max(sentence.start, afterDateline(input.tokens))
  return last.end > start ? { start, end: last.end } : undefined
}

/** From the words after the verb (its "that" left out) to where the sentence, or the next frame, ends it. */
function clauseAfter({ input, sentences, frames }: Material, frame: Frame): Span | undefined {
  const { tokens, lexicon } = input
  const sentence = sentences[frame.sentence]
  if (sentence === undefined) return undefined
  let first = frame.last + 1
  if (lexicon.is('clauseOpeners', tokens[first]?.lower ?? '')) first += 1
  const start = tokens[first]
  if (start === undefined || start.sentence !== frame.sentence) return undefined
  const next = nextFrame(frames, frame)
  const until = next === undefined ? undefined : tokens[next.first - 1]
  const end = until === undefined || until.index < first ? lastWordEnd(input.text, sentence) : until.end
  return end > start.start ? { start: start.start, end } : undefined
}

/** Where the text begins after its dateline ("QUILLON, May 4 — "); 0 where it has none. */
function afterDateline(tokens: Material['input']['tokens']): number {
  const dash = tokens.slice(0, DATELINE).findIndex((token) => / ?[—–] | - |-- /.test(token.gap))
  return dash < 0 || tokens[dash]?.sentence !== 0 ? 0 : (tokens[dash + 1]?.start ?? 0)
}

function nextFrame(frames: readonly Frame[], frame: Frame): Frame | undefined {
  const next = frames[frameFrom(frames, frame.cue.first) + 1]
  return next !== undefined && next.sentence === frame.sentence && next.first > frame.last ? next : undefined
}

/** Index of the first frame whose cue stands at or after a word. */
export function frameFrom(frames: readonly Frame[], token: number): number {
  let low = 0
  let high = frames.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((frames[middle]?.cue.first ?? 0) < token) low = middle + 1
    else high = middle
  }
  return low
}

function lastWordEnd(text: string, sentence: Span): number {
  let end = sentence.end
  while (end > sentence.start && /[\s.!?,;]/.test(text.charAt(end - 1))) end -= 1
  return end
}
