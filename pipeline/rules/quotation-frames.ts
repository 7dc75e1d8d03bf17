import type { Quotation } from '../schema/span.ts'
import { sentenceAt } from '../schema/span.ts'
import type { Material } from './attributions.ts'
import type { Frame } from './frames.ts'
import { spanOf, type Unit } from './unit.ts'

export type Match = { frame?: Frame; source?: Unit }

/** The frame, or at least the speaker, of a quotation. `earlier` gives what was found for an earlier quotation. */
export function frameForQuotation(
  material: Material,
  quotation: Quotation,
  earlier: (index: number) => Match | undefined,
): Match | undefined {
  const own = bestFrame(material, quotation)
  if (own !== undefined) return { frame: own, source: own.source }
  const continued = quotation.continues === undefined ? undefined : earlier(quotation.continues)
  if (continued !== undefined) return { source: continued.source }
  const introduced = introducedBy(material, quotation)
  if (introduced !== undefined) return introduced
  return previousSpeaker(material, quotation, earlier) ?? laterSpeaker(material, quotation)
}

function bestFrame(material: Material, quotation: Quotation): Frame | undefined {
  let best: { frame: Frame; score: number } | undefined
  for (const frame of framesNear(material, quotation)) {
    const score = nearness(material, quotation, frame)
    if (score > 0 && (best === undefined || score > best.score)) best = { frame, score }
  }
  return best?.frame
}

/** Frames of the sentences that a quotation touches, and of the one after it. */
function framesNear({ frames, sentences }: Material, quotation: Quotation): Frame[] {
  const first = sentenceAt(sentences, quotation.start)
  const last = sentenceAt(sentences, quotation.end)
  const from = firstFrameOf(frames, first)
  const near: Frame[] = []
  for (let at = from; at < frames.length; at += 1) {
    const frame = frames[at]
    if (frame === undefined || frame.sentence > last + 1) break
    near.push(frame)
  }
  return near
}

function firstFrameOf(frames: readonly Frame[], sentence: number): number {
  let low = 0
  let high = frames.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((frames[middle]?.sentence ?? 0) < sentence) low = middle + 1
    else high = middle
  }
  return low
}

/** How well a frame fits: right after the quotation, right before it, around it, in that order. 0: not at all. */
function nearness({ input, sentences }: Material, quotation: Quotation, frame: Frame): number {
  const { tokens, text } = input
  const { start, end } = spanOf(tokens, frame)
  const isSameSentence = frame.sentence >= sentenceAt(sentences, quotation.start) && frame.sentence <= sentenceAt(sentences, quotation.end)
  if (start >= quotation.end) {
    const between = text.slice(quotation.end, Math.min(start, quotation.end + 60))
    const distance = start - quotation.end
    if (distance <= 4 && !between.includes('\n')) return 10
    if (!isSameSentence) return 0
    if (/^\W{0,4}$/.test(between)) return 9
    return frame.weak ? 1 : 3 - Math.min(2, distance / 200)
  }
  if (end <= quotation.start) {
    if (!isSameSentence) return 0
    const between = text.slice(end, quotation.start)
    if (/^\W{0,4}$/.test(between)) return 9
    return 6 - Math.min(3, between.length / 100) + (/^[^,;]*$/.test(between) ? 1 : 0)
  }
  return 0
}

/** A sentence before that ends in a colon, or one with a subject but no reporting verb around a mixed quotation. */
function introducedBy({ input, sentences, frames }: Material, quotation: Quotation): Match | undefined {
  const sentence = sentenceAt(sentences, quotation.start)
  const before = input.text.slice(Math.max(0, quotation.start - 4), quotation.start)
  if (!/:\s*\W?$/.test(before)) return undefined
  const frame = frames.findLast((known) => known.sentence <= sentence && known.sentence >= sentence - 1 && spanOf(input.tokens, known).end <= quotation.start)
  return frame === undefined ? undefined : { frame, source: frame.source }
}

const MAX_SENTENCES = 3

/** A quotation that stands alone goes on with the one before, or with the last frame before it. */
function previousSpeaker(
  { quotations, sentences, frames }: Material,
  quotation: Quotation,
  earlier: (index: number) => Match | undefined,
): Match | undefined {
  const sentence = sentenceAt(sentences, quotation.start)
  const before = quotations.slice(0, quotation.index).findLast((known) => known.kind !== 'scare')
  const match = before === undefined ? undefined : earlier(before.index)
  const isNear = before !== undefined && sentence - sentenceAt(sentences, before.end) <= MAX_SENTENCES
  const frame = frames.findLast((known) => known.sentence < sentence && sentence - known.sentence <= 2 && !known.weak)
  if (match !== undefined && isNear && (frame === undefined || frame.sentence <= sentenceAt(sentences, before.end))) return { source: match.source }
  return frame === undefined ? undefined : { source: frame.source }
}

function laterSpeaker({ sentences, frames }: Material, quotation: Quotation): Match | undefined {
  const sentence = sentenceAt(sentences, quotation.end)
  const frame = frames.find((known) => known.sentence > sentence && known.sentence <= sentence + 1 && !known.weak)
  return frame === undefined ? undefined : { source: frame.source }
}
