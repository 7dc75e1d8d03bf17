import type { Attribution } from '../schema/reading.ts'
import type { Quotation, Sentence, Span } from '../schema/span.ts'
import { sentenceAt } from '../schema/span.ts'
import { contentOf } from './contents.ts'
import type { Frame } from './frames.ts'
import { frameForQuotation, isVoiced } from './quotation-frames.ts'
import { spanOf, type Tokens, type Unit, type Words } from './unit.ts'
import type { Units } from './units.ts'

/** The parts of a reading that attributions are made of. `speakerOf` gives the index of the name that a unit means. */
export type Material = {
  input: Tokens
  sentences: readonly Sentence[]
  units: Units
  quotations: readonly Quotation[]
  frames: readonly Frame[]
  speakerOf(unit: Unit): number | undefined
}

/** Who said what: one attribution a quotation that has a speaker or a cue, and one a reported clause without quotation. */
export function findAttributions(material: Material): Attribution[] {
  const quoted = quotedAttributions(material)
  const used = new Set(quoted.flatMap(({ frame }) => (frame === undefined ? [] : [frame])))
  const drafts = [...quoted.map(({ draft }) => draft), ...reportedAttributions(material, used)]
  return drafts.sort((a, b) => a.content.start - b.content.start).map((draft, index) => ({ index, ...draft }))
}

type Draft = Omit<Attribution, 'index'>
type Quoted = { draft: Draft; frame?: Frame; source?: Unit; cue?: Words }

function quotedAttributions(material: Material): Quoted[] {
  const { quotations, input } = material
  const found = new Map<number, Quoted>()
  for (const quotation of quotations) {
    if (quotation.kind === 'scare' && !isVoiced(material, quotation)) continue
    const match = frameForQuotation(material, quotation, (index) => {
      const earlier = found.get(index)
      return earlier === undefined ? undefined : { frame: earlier.frame, source: earlier.source, cue: earlier.cue }
    })
    if (match === undefined) continue
    const { frame, source } = match
    const words = frame?.cue ?? match.cue
    const cue = words === undefined ? undefined : spanOf(input.tokens, words)
    found.set(quotation.index, {
      frame,
      source,
      cue: words,
      draft: {
        sentence: sentenceAt(material.sentences, quotation.start),
        kind: quotation.kind === 'direct' ? 'direct' : 'mixed',
        speaker: source === undefined ? undefined : material.speakerOf(source),
        source: source === undefined ? undefined : spanOf(input.tokens, source),
        cue,
        content: contentOfQuotation(material, quotation, frame),
        quotations: [quotation.index],
        reaction: frame?.reaction,
      },
    })
  }
  return [...found.values()]
}

function contentOfQuotation(material: Material, quotation: Quotation, frame: Frame | undefined): Span {
  const own = { start: quotation.start, end: quotation.end }
  if (quotation.kind === 'direct' || frame === undefined) return own
  const clause = contentOf(material, frame)
  return clause !== undefined && clause.start <= own.start && clause.end >= own.end ? clause : own
}

function reportedAttributions(material: Material, used: ReadonlySet<Frame>): Draft[] {
  const { frames, input } = material
  return frames.flatMap((frame): Draft[] => {
    if (used.has(frame) || (frame.weak && frame.reaction === undefined)) return []
    const content = contentOf(material, frame)
    if (content === undefined) return []
    const speaker = frame.source === undefined ? undefined : material.speakerOf(frame.source)
    return [
      {
        sentence: frame.sentence,
        kind: 'indirect',
        speaker,
        source: frame.source === undefined ? undefined : spanOf(input.tokens, frame.source),
        cue: spanOf(input.tokens, frame.cue),
        content,
        quotations: [],
        reaction: frame.reaction,
      },
    ]
  })
}
