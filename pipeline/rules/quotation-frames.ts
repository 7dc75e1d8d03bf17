import type { Quotation } from '../schema/span.ts'
import { sentenceAt } from '../schema/span.ts'
import type { Material } from './attributions.ts'
import { frameFrom } from './contents.ts'
import type { Frame } from './frames.ts'
import type { Token } from './tokens.ts'
import { spanOf, type Unit, type Words } from './unit.ts'

export type Match = { frame?: Frame; source?: Unit; cue?: Words }

/** The frame, or at least the speaker, of a quotation. `earlier` gives what was found for an earlier quotation. */
export function frameForQuotation(
  material: Material,
  quotation: Quotation,
  earlier: (index: number) => Match | undefined,
): Match | undefined {
  const labelled = labelOf(material, quotation)
  if (labelled !== undefined) return labelled
  const own = bestFrame(material, quotation)
  if (own !== undefined && own.score >= ADJACENT) return { frame: own.frame, source: own.frame.source }
  const beside = besideUnknownVerb(material, quotation)
  if (beside !== undefined) return beside
  if (own !== undefined && own.score >= INSIDE) return { frame: own.frame, source: own.frame.source }
  const continued = quotation.continues === undefined ? undefined : earlier(quotation.continues)
  if (continued !== undefined) return continued
  const introduced = introducedBy(material, quotation)
  if (introduced !== undefined) return introduced
  if (own !== undefined) return { frame: own.frame, source: own.frame.source }
  return previousSpeaker(material, quotation, earlier) ?? laterSpeaker(material, quotation)
}

const MOST_BETWEEN = 3

/**
 * Whether a short quotation that looks like a term is what somebody expressed after all: "Kim expressed his “full
 * support”", "Lee called it a “sham”". The verb must be one of naming or of a reaction, and stand right before.
 */
export function isVoiced(material: Material, quotation: Quotation): boolean {
  const { input, sentences } = material
  if (isInReportedMood(material, quotation)) return true
  const frame = framesBefore(material, quotation).at(-1)
  if (frame === undefined || frame.sentence !== sentenceAt(sentences, quotation.start)) return false
  const start = tokenFrom(input.tokens, quotation.start)
  // A sentence without end must not be read again for every quotation in it.
  if (start - frame.last > MOST_WORDS_BETWEEN) return false
  const between = input.tokens.slice(frame.last + 1, start)
  if (frame.reaction === undefined && !frame.weak) return isPhraseOf(material, { frame, between, quotation })
  const isClause = between.some((token) => input.lexicon.is('clauseOpeners', token.lower) || /[,;:]/.test(token.gap))
  if (isClause) return false
  return (
    between.length <= MOST_BETWEEN || (frame.weak && between.length <= MOST_OF_NAMING && isNamed(material, between))
  )
}

const LONGEST_SENTENCE = 80

/** Das sei „folgerichtig“: the mood of the verb outside the quotation says that somebody else says so. */
function isInReportedMood({ input: { tokens, lexicon } }: Material, quotation: Quotation): boolean {
  const at = tokenFrom(tokens, quotation.start)
  const sentence = tokens[at]?.sentence
  return tokens
    .slice(Math.max(0, at - LONGEST_SENTENCE + 1), at + LONGEST_SENTENCE)
    .some((token) => token.sentence === sentence && token.quotation < 0 && lexicon.is('reportedMood', token.lower))
}

const MOST_OF_NAMING = 10
const MOST_WORDS_BETWEEN = 40

/** "wertete die Weitergabe von Geld als „Verschwendung“": before it stands what joins a name to its thing, with an article at most. */
function isNamed({ input: { lexicon } }: Material, between: readonly Token[]): boolean {
  const words = between.slice(-2).map(({ lower }) => lower)
  const joined = lexicon.is('determiners', words.at(-1) ?? '') ? words.at(0) : words.at(-1)
  return joined !== undefined && lexicon.is('namers', joined)
}

/** "gab an, dass ihre Mandantin „große Angst hatte“": it holds the verb of the clause that is reported. */
function isPhraseOf(
  { input: { lexicon, tokens } }: Material,
  { frame, between, quotation }: { frame: Frame; between: readonly Token[]; quotation: Quotation },
): boolean {
  if (frame.isPhrase || !between.some(({ lower }) => lexicon.is('clauseOpeners', lower))) return false
  const last = tokens[tokenFrom(tokens, quotation.end) - 1]
  return last !== undefined && (lexicon.is('auxiliaries', last.lower) || lexicon.cues.has(last.lower))
}

function framesBefore({ frames, input }: Material, quotation: Quotation): Frame[] {
  const at = frameFrom(frames, tokenFrom(input.tokens, quotation.start))
  return frames.slice(Math.max(0, at - 1), at)
}

type Scored = { frame: Frame; score: number }
/** The score of a frame that touches its quotation. */
const ADJACENT = 9
/** The least score of a frame in the sentence of its quotation. */
const INSIDE = 3

/** "She said.": nothing follows the frame that it could report instead. */
function closes(tokens: readonly Token[], frame: Frame): boolean {
  return frame.inverted || tokens[frame.last]?.gap !== ' '
}

/** "LEE: …" and "“LEE: …", as transcripts have it. */
function labelOf({ input, units }: Material, quotation: Quotation): Match | undefined {
  const { tokens } = input
  const at = tokenFrom(tokens, quotation.start)
  for (const first of [at, at - 1, at - 2]) {
    const unit = units.startingAt(first)
    if (unit === undefined || unit.form === 'pronoun') continue
    const end = tokens[unit.phrase.last]
    const before = tokens[first - 1]
    const opens = before === undefined || before.gap.includes('\n')
    if (opens && end !== undefined && /^: /.test(end.gap)) return { source: unit }
  }
  return undefined
}

/** “…,” she yells, and: Kim sings, “…”: the subject beside a quotation, with a verb that is in no list. */
function besideUnknownVerb({ input, units }: Material, quotation: Quotation): Match | undefined {
  const { tokens, lexicon, text } = input
  const after = tokenFrom(tokens, quotation.end)
  const source = units.startingAt(after)
  const end = source === undefined ? undefined : tokens[source.phrase.last]
  const verb = tokens[(end?.index ?? 0) + 1]
  const isCloseAfter =
    /^[,.!?]?\W{1,3}$/.test(text.slice(quotation.end - 1, tokens[after]?.start ?? quotation.end)) &&
    /[,!?—]/.test(text.slice(quotation.end - 1, quotation.end + 2))
  if (source !== undefined && end?.gap === ' ' && verb !== undefined && isCloseAfter && isVerbLike(lexicon, verb)) {
    return { source, cue: { first: verb.index, last: verb.index } }
  }
  const inverted = isCloseAfter ? invertedUnknown({ input, units }, after) : undefined
  if (inverted !== undefined) return inverted
  const last = tokens[tokenFrom(tokens, quotation.start) - 1]
  const subject = last === undefined ? undefined : units.endingAt(last.index - 1)
  const isCloseBefore = last !== undefined && /^[,:]? ?\W{0,2}$/.test(last.gap) && tokens[last.index - 1]?.gap === ' '
  if (last !== undefined && subject !== undefined && isCloseBefore && isVerbLike(lexicon, last)) {
    return { source: subject, cue: { first: last.index, last: last.index } }
  }
  return undefined
}

/** „…“, beschreibt ein Reporter: in languages that put the subject behind, and where nothing else stands between. */
function invertedUnknown(
  { input: { tokens, lexicon }, units }: Pick<Material, 'input' | 'units'>,
  at: number,
): Match | undefined {
  const verb = tokens[at]
  if (!lexicon.capitalisesNouns || verb === undefined || verb.capital || verb.gap !== ' ') return undefined
  const isVerb = /(?:t|te|ten|en)$/.test(verb.lower) && !lexicon.isFunctionWord(verb.lower)
  const source = isVerb && !lexicon.is('adverbs', verb.lower) ? units.startingAt(at + 1) : undefined
  return source === undefined ? undefined : { source, cue: { first: at, last: at } }
}

function isVerbLike(lexicon: Material['input']['lexicon'], token: Token): boolean {
  if (token.capital || lexicon.isFunctionWord(token.lower) || lexicon.is('adverbs', token.lower)) return false
  return lexicon.cues.has(token.lower) || /(?:ed|s)$/.test(token.lower)
}

/** Index of the first token that starts at or after an offset. */
function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function bestFrame(material: Material, quotation: Quotation): Scored | undefined {
  let best: Scored | undefined
  for (const frame of framesNear(material, quotation)) {
    const score = nearness(material, quotation, frame)
    if (score > 0 && (best === undefined || score > best.score)) best = { frame, score }
  }
  return best
}

const MOST_BEFORE = 12
const MOST_AFTER = 8

/** Frames of the sentences that a quotation touches, and of the one after it; only the nearest. */
function framesNear({ frames, sentences, input }: Material, quotation: Quotation): Frame[] {
  const first = sentenceAt(sentences, quotation.start)
  const last = sentenceAt(sentences, quotation.end)
  const at = frameFrom(frames, tokenFrom(input.tokens, quotation.start))
  const near = frames.slice(Math.max(0, at - MOST_BEFORE), at + MOST_AFTER)
  return near.filter((frame) => frame.sentence >= first && frame.sentence <= last + 1)
}

/** How well a frame fits: right after the quotation, right before it, around it, in that order. 0: not at all. */
function nearness({ input, sentences }: Material, quotation: Quotation, frame: Frame): number {
  const { tokens, text } = input
  const { start, end } = spanOf(tokens, frame)
  const isSameSentence =
    frame.sentence >= sentenceAt(sentences, quotation.start) && frame.sentence <= sentenceAt(sentences, quotation.end)
  if (start >= quotation.end) {
    const between = text.slice(quotation.end, Math.min(start, quotation.end + 60))
    const distance = start - quotation.end
    if (distance <= 4 && !between.includes('\n')) return isSameSentence ? 10 : closes(tokens, frame) ? 2 : 0
    if (!isSameSentence) return 0
    if (/^\W{0,4}$/.test(between)) return 9
    return frame.weak ? 3 : 4 - Math.min(1, distance / 200)
  }
  if (end <= quotation.start) {
    if (!isSameSentence) return 0
    const between = text.slice(end, quotation.start)
    if (/^\W{0,4}$/.test(between)) return 9
    return 6 - Math.min(3, between.length / 100) + (/^[^,;]*$/.test(between) ? 1 : 0)
  }
  return 0
}

/** A quotation after a colon: the frame before it, or the unit that opens its sentence ("A detective after the arrest: “…”"). */
function introducedBy({ input, sentences, frames, units }: Material, quotation: Quotation): Match | undefined {
  const sentence = sentenceAt(sentences, quotation.start)
  const before = input.text.slice(Math.max(0, quotation.start - 4), quotation.start)
  if (!/:\s*\W?$/.test(before)) return undefined
  const start = tokenFrom(input.tokens, quotation.start)
  const frame = frames[frameFrom(frames, start) - 1]
  if (frame?.sentence !== sentence) {
    const opening = units.inSentence(sentence).find((unit) => unit.form !== 'pronoun' && unit.last < start)
    if (opening !== undefined) return { source: opening }
  }
  return frame !== undefined && frame.sentence >= sentence - 1 ? { frame, source: frame.source } : undefined
}

const MAX_SENTENCES = 3

/** A quotation that stands alone goes on with the one before, or with the last frame before it. */
function previousSpeaker(
  material: Material,
  quotation: Quotation,
  earlier: (index: number) => Match | undefined,
): Match | undefined {
  const { sentences } = material
  const sentence = sentenceAt(sentences, quotation.start)
  const before = quotationBefore(material, quotation)
  const match = before === undefined ? undefined : earlier(before.index)
  const isNear = before !== undefined && sentence - sentenceAt(sentences, before.end) <= MAX_SENTENCES
  const frame = framesAround(material, quotation).findLast(
    (known) => known.sentence < sentence && sentence - known.sentence <= 2,
  )
  const isLatest = before !== undefined && (frame === undefined || frame.sentence <= sentenceAt(sentences, before.end))
  if (match !== undefined && isNear && isLatest) return match
  return frame === undefined ? undefined : { source: frame.source }
}

function quotationBefore({ quotations }: Material, quotation: Quotation): Quotation | undefined {
  for (let at = quotation.index - 1; at >= Math.max(0, quotation.index - MOST_BEFORE); at -= 1) {
    if (quotations[at]?.kind !== 'scare') return quotations[at]
  }
  return undefined
}

/** The nearest frames of a verb that certainly reports, before and after a quotation. */
function framesAround({ frames, input }: Material, quotation: Quotation): Frame[] {
  const at = frameFrom(frames, tokenFrom(input.tokens, quotation.start))
  return frames.slice(Math.max(0, at - MOST_BEFORE), at + MOST_AFTER).filter((frame) => !frame.weak)
}

function laterSpeaker(material: Material, quotation: Quotation): Match | undefined {
  const sentence = sentenceAt(material.sentences, quotation.end)
  const frame = framesAround(material, quotation).find((known) => known.sentence === sentence + 1)
  return frame === undefined ? undefined : { source: frame.source }
}
