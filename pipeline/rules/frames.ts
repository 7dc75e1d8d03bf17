import type { ReactionKind } from '../schema/analysis.ts'
import { isPlain, phraseAt } from './phrases.ts'
import { auxiliaryOf, isVerbHere, reactionOf } from './reporting-verbs.ts'
import { sourceOf } from './sources.ts'
import { genericObject } from './subjects.ts'
import type { Token } from './tokens.ts'
import type { Tokens, Unit, Words } from './unit.ts'
import type { Units } from './units.ts'

/** A reporting verb or phrase with whoever it reports. `first` and `last` reach over both. */
export type Frame = Words & {
  cue: Words
  source?: Unit
  sentence: number
  reaction?: ReactionKind
  weak: boolean
  /** "said Lisk", "according to Lisk": the source stands after the cue. */
  inverted: boolean
  /** "according to": no verb, so what is said stands on the other side of the source. */
  isPhrase: boolean
  lemma: string
  /** The auxiliary of a German participle: what is said stands between the two. */
  auxiliary?: number
}

/** Every reporting verb outside quotation marks, with its subject where one was found. */
export function findFrames(input: Tokens, units: Units): Frame[] {
  const frames: Frame[] = []
  for (const token of input.tokens) {
    const frame = phraseFrame(input, units, token) ?? verbFrame(input, units, token, frames)
    if (frame !== undefined) frames.push(frame)
  }
  return frames
}

function phraseFrame(input: Tokens, units: Units, token: Token): Frame | undefined {
  const { tokens, lexicon } = input
  const phrase = phraseAt(lexicon.sourcePhrases, tokens, token.index)
  if (phrase === undefined || token.quotation >= 0) return undefined
  if (phrase.length === 1 && lexicon.is('clauseSources', token.lower) && !opensClauseAt(tokens, token)) return undefined
  const last = token.index + phrase.length - 1
  const source = units.startingAt(last + 1) ?? genericObject(input, last + 1)
  if (source === undefined) return undefined
  return {
    first: token.index,
    last: source.phrase.last,
    cue: { first: token.index, last },
    source,
    sentence: token.sentence,
    weak: false,
    inverted: true,
    isPhrase: true,
    lemma: token.lower,
  }
}

function opensClauseAt(tokens: readonly Token[], token: Token): boolean {
  const before = tokens[token.index - 1]
  return before === undefined || before.sentence !== token.sentence || !isPlain(before.gap)
}

function verbFrame(input: Tokens, units: Units, token: Token, before: readonly Frame[]): Frame | undefined {
  if (token.quotation >= 0) return undefined
  const cue = input.lexicon.cues.get(token.lower)?.find((form) => isVerbHere(input, token, form))
  if (cue === undefined) return undefined
  const found = sourceOf(input, units, token, cue, before)
  if (found === undefined || isNobody(input, found.source)) return undefined
  const { source, inverted } = found
  return {
    first: Math.min(token.index, inverted || source?.sentence !== token.sentence ? token.index : source.phrase.first),
    last: Math.max(token.index, inverted ? (source?.phrase.last ?? token.index) : token.index),
    cue: { first: token.index, last: token.index },
    source,
    sentence: token.sentence,
    reaction: reactionOf(input, token, cue),
    weak: cue.weak,
    inverted,
    isPhrase: false,
    lemma: cue.lemma,
    auxiliary: cue.participle && input.lexicon.capitalisesNouns ? auxiliaryOf(input, token)?.index : undefined,
  }
}

/** "No minister said so." */
function isNobody({ tokens, lexicon }: Tokens, source: Unit | undefined): boolean {
  return source !== undefined && lexicon.is('negators', tokens[source.phrase.first]?.lower ?? '')
}
