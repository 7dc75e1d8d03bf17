import type { ReactionKind } from '../schema/analysis.ts'
import type { CueForm } from './lexicon/lexicon.ts'
import type { Token } from './tokens.ts'
import type { Tokens } from './unit.ts'

/** Whether a form of a reporting verb is one here: not the noun "claims", the infinitive "to say", a name. */
export function isVerbHere(input: Tokens, token: Token, cue: CueForm): boolean {
  const { tokens, lexicon } = input
  if (token.capital && !token.first) return false
  if (cue.participle && (auxiliaryOf(input, token) === undefined || (lexicon.capitalisesNouns && token.gap === ' ')))
    return false
  const before = tokens[token.index - 1]
  const next = tokens[token.index + 1]
  if (token.possessive || (before?.possessive && before.sentence === token.sentence)) return false
  if (before !== undefined && before.sentence === token.sentence && before.gap === ' ') {
    if (lexicon.is('determiners', before.lower) && lexicon.pronouns.get(before.lower) === undefined) return false
    if (lexicon.is('possessives', before.lower) || lexicon.is('infinitiveMarks', before.lower)) return false
    if (lexicon.is('prepositions', before.lower) && !lexicon.is('gerundPrepositions', before.lower)) return false
  }
  if (cue.particle !== undefined && !hasParticle(tokens, token, cue.particle)) return false
  const isNounAsWell = isNounAsWellAsVerb(lexicon, token, cue)
  if (isNounAsWell && before?.gap === ' ' && next !== undefined && token.gap === ' ') {
    const isAfterPronoun = lexicon.pronouns.has(before.lower)
    if (!isAfterPronoun && lexicon.is('prepositions', next.lower) && !lexicon.cuePhrases.has(cue.lemma)) return false
  }
  const isBeforeVerb =
    next !== undefined &&
    token.gap === ' ' &&
    next.sentence === token.sentence &&
    (lexicon.is('auxiliaries', next.lower) ||
      (lexicon.cues.has(next.lower) && next.lower.endsWith('ed')) ||
      next.lower === 'said')
  return !(isNounAsWell && isBeforeVerb)
}

export function isNounAsWellAsVerb(lexicon: Tokens['lexicon'], token: Token, cue: CueForm): boolean {
  if (lexicon.language !== 'en' || token.lower === 'says') return false
  return lexicon.nounOf(token.lower) !== undefined || cue.lemma === token.lower || token.lower === `${cue.lemma}s`
}

const MAX_ADVERBS = 4

const MAX_CLAUSE = 30

/** The auxiliary that a participle reports with: right before it, or where a German clause has its verb. */
export function auxiliaryOf({ tokens, lexicon }: Tokens, token: Token): Token | undefined {
  const reach = lexicon.capitalisesNouns ? MAX_CLAUSE : MAX_ADVERBS
  for (let at = token.index - 1; at >= token.index - reach; at -= 1) {
    const before = tokens[at]
    if (before === undefined || before.sentence !== token.sentence) return undefined
    if (lexicon.is('auxiliaries', before.lower)) return lexicon.is('passives', before.lower) ? undefined : before
    const isBetween = lexicon.is('adverbs', before.lower) || lexicon.pronouns.has(before.lower)
    if (!lexicon.capitalisesNouns && !isBetween) return undefined
  }
  return undefined
}

function hasParticle(tokens: readonly Token[], token: Token, particle: string): boolean {
  for (let at = token.index + 1; at < token.index + 40; at += 1) {
    const next = tokens[at]
    if (next === undefined || next.sentence !== token.sentence) return false
    if (next.lower === particle && next.gap !== ' ') return true
  }
  return false
}

/** The kind of reaction that a verb tells with the words after it ("expressed deep concern"), else alone. */
export function reactionOf({ tokens, lexicon }: Tokens, token: Token, cue: CueForm): ReactionKind | undefined {
  const phrases = lexicon.cuePhrases.get(cue.lemma) ?? []
  for (const { words, value } of phrases) {
    if (holdsWords(tokens, token, words.slice(1))) return value === 'none' ? undefined : value
  }
  return cue.reaction
}

const MAX_BETWEEN = 4

function holdsWords(tokens: readonly Token[], token: Token, words: readonly string[]): boolean {
  let at = token.index + 1
  const end = token.index + MAX_BETWEEN + words.length
  for (const [number, word] of words.entries()) {
    const limit = number === 0 && words.length === 1 && word.length > 4 ? end : token.index + number + 2
    while (at < limit && tokens[at]?.lower !== word) at += 1
    if (at >= limit || tokens[at]?.sentence !== token.sentence) return false
    at += 1
  }
  return true
}
