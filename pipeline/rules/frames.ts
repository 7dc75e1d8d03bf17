import type { ReactionKind } from '../schema/analysis.ts'
import type { CueForm } from './lexicon/lexicon.ts'
import { isPlain, phraseAt } from './phrases.ts'
import { genericObject, subjectOf } from './subjects.ts'
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
  }
}

/** "No minister said so." */
function isNobody({ tokens, lexicon }: Tokens, source: Unit | undefined): boolean {
  return source !== undefined && lexicon.is('negators', tokens[source.phrase.first]?.lower ?? '')
}

/** Whether a form of a reporting verb is one here: not the noun "claims", the infinitive "to say", a name. */
function isVerbHere(input: Tokens, token: Token, cue: CueForm): boolean {
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

/** "to strengthen ties and counter pressure": a bare form after "and" is no verb of its own, unless another bare one is. */
function isBareForm(tokens: readonly Token[], token: Token, cue: CueForm, governing: Frame | undefined): boolean {
  if (token.lower !== cue.lemma) return false
  return governing === undefined || tokens[governing.cue.first]?.lower !== governing.lemma
}

function lastInSentence(frames: readonly Frame[], token: Token): Frame | undefined {
  const last = frames.at(-1)
  return last?.sentence === token.sentence ? last : undefined
}

function isNounAsWellAsVerb(lexicon: Tokens['lexicon'], token: Token, cue: CueForm): boolean {
  if (lexicon.language !== 'en' || token.lower === 'says') return false
  return lexicon.nounOf(token.lower) !== undefined || cue.lemma === token.lower || token.lower === `${cue.lemma}s`
}

/** The auxiliary that a participle reports with: right before it, or where a German clause has its verb. */
function auxiliaryOf({ tokens, lexicon }: Tokens, token: Token): Token | undefined {
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

const MAX_CLAUSE = 30

function hasParticle(tokens: readonly Token[], token: Token, particle: string): boolean {
  for (let at = token.index + 1; at < token.index + 40; at += 1) {
    const next = tokens[at]
    if (next === undefined || next.sentence !== token.sentence) return false
    if (next.lower === particle && next.gap !== ' ') return true
  }
  return false
}

type Found = { source?: Unit; inverted: boolean }

function sourceOf(
  input: Tokens,
  units: Units,
  token: Token,
  cue: CueForm,
  before: readonly Frame[],
): Found | undefined {
  const { lexicon, tokens } = input
  if (cue.participle && lexicon.capitalisesNouns) return subjectOfAuxiliary(input, units, token)
  if (isPassive(input, token)) return agentOf(input, units, token)
  if (isParticipial(input, token)) {
    const governing = lastInSentence(before, token)
    const source = governing?.source ?? firstSubject(input, units, token)
    return source === undefined ? undefined : { source, inverted: false }
  }
  const previous = tokens[token.index - 1]
  if (mayInvert(input, token, cue)) {
    const after = subjectAfter(input, units, token)
    if (after !== undefined && closesClause(input, token, cue, after)) return { source: after, inverted: true }
  }
  const second = verbSecond(input, units, token)
  if (second !== undefined) return { source: second, inverted: true }
  const subject = subjectOf(input, units, token, { mayBeGeneric: !isNounAsWellAsVerb(lexicon, token, cue) })
  if (subject !== undefined) return { source: subject, inverted: false }
  if (
    previous !== undefined &&
    (lexicon.is('jointWords', previous.lower) || lexicon.is('conjunctions', previous.lower))
  ) {
    const governing = lastInSentence(before, token)
    if (lexicon.language === 'en' && isBareForm(tokens, token, cue, governing)) return undefined
    const source = governing?.source ?? firstSubject(input, units, token)
    if (source !== undefined) return { source, inverted: false }
  }
  if (lexicon.language === 'en') return undefined
  const after = subjectAfter(input, units, token)
  if (after !== undefined) return { source: after, inverted: true }
  const opening = lexicon.capitalisesNouns ? clauseOpening(input, units, token) : undefined
  if (opening !== undefined) return { source: opening, inverted: false }
  return lexicon.dropsSubjects ? lastSource(input, units, before, token) : undefined
}

/** "Acusó a la alcaldesa": a verb without a subject goes on with that of the sentence before, else with the last speaker. */
function lastSource(input: Tokens, units: Units, before: readonly Frame[], token: Token): Found | undefined {
  const opening = units.inSentence(token.sentence - 1)[0]
  const last = before.at(-1)
  if (
    last?.sentence !== token.sentence &&
    opening !== undefined &&
    opening.form !== 'pronoun' &&
    opensAsSubject(input, opening)
  ) {
    return { source: opening, inverted: false }
  }
  const isNear = last?.source !== undefined && token.sentence - last.sentence <= 2
  return isNear ? { source: last.source, inverted: false } : undefined
}

/** Whether a unit opens its sentence and a verb or a comma follows it. */
function opensAsSubject({ tokens, lexicon }: Tokens, unit: Unit): boolean {
  const before = tokens[unit.phrase.first - 1]
  const end = tokens[unit.phrase.last]
  if (before?.sentence === unit.sentence || end === undefined) return false
  return end.gap === ', ' || hasVerbAfter({ tokens, lexicon }, unit)
}

/** The subject may stand after a verb of saying that closes a quotation or a clause: "…”, said Lisk", "…, said Lisk." */
function mayInvert({ tokens, lexicon }: Tokens, token: Token, cue: CueForm): boolean {
  const previous = tokens[token.index - 1]
  if (previous === undefined || previous.sentence !== token.sentence) return lexicon.language !== 'en' || token.first
  if (previous.quotation >= 0) return true
  if (isPlain(previous.gap)) return false
  return (
    lexicon.language !== 'en' || (cue.reaction === undefined && !cue.weak && !lexicon.is('addresseeVerbs', cue.lemma))
  )
}

/** After a comma alone a verb has its subject behind it only where the clause ends with it, or goes on with a preposition. */
function closesClause({ tokens, lexicon }: Tokens, token: Token, cue: CueForm, source: Unit): boolean {
  const previous = tokens[token.index - 1]
  if (previous === undefined || previous.sentence !== token.sentence || previous.quotation >= 0) return true
  const end = tokens[source.phrase.last]
  const next = tokens[source.phrase.last + 1]
  if (end === undefined || next === undefined || end.gap !== ' ') return true
  if (next.lower === cue.particle) return cue.reaction === undefined
  return lexicon.is('prepositions', next.lower) || lexicon.is('adverbs', next.lower)
}

/** "Nach der Sitzung sagte Schily": in German what a preposition or a dative opens is no subject; that stands after the verb. */
function verbSecond(input: Tokens, units: Units, token: Token): Unit | undefined {
  const { tokens, lexicon } = input
  if (!lexicon.capitalisesNouns || !isPlain(tokens[token.index - 1]?.gap ?? '')) return undefined
  const after = subjectAfter(input, units, token)
  if (after === undefined || isOblique(tokens[after.phrase.first]?.lower ?? '')) return undefined
  const before = units.endingAt(token.index - 1)
  if (before === undefined) return after
  const opening = tokens[before.phrase.first]?.lower ?? ''
  const outside = tokens[before.phrase.first - 1]
  const isObject = outside?.sentence === token.sentence && lexicon.is('prepositions', outside.lower)
  return isObject || isOblique(opening) || lexicon.is('prepositions', opening) ? after : undefined
}

function isOblique(opening: string): boolean {
  return /^(?:dem|den|einem|einen|seinem|ihrem|im|am|zum|zur|vom|beim)$/.test(opening)
}

/** "Wie der Minister am Dienstag in Hannover erklärte": the first unit of the clause that is no object. */
function clauseOpening({ tokens, lexicon }: Tokens, units: Units, token: Token): Unit | undefined {
  const clause = units
    .inSentence(token.sentence)
    .filter((unit) => unit.first < token.index && !hasCommaBetween(tokens, unit.phrase.last, token.index))
  return clause.find((unit) => {
    const before = tokens[unit.phrase.first - 1]
    const opening = tokens[unit.phrase.first]?.lower ?? ''
    const isObject =
      before?.sentence === unit.sentence &&
      before.gap === ' ' &&
      lexicon.is('prepositions', before.lower) &&
      before.lower !== 'wie'
    return !isObject && !isOblique(opening) && (tokens[unit.first]?.quotation ?? -1) < 0
  })
}

function hasCommaBetween(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > MAX_CLAUSE) return true
  for (let at = from; at < to; at += 1) if (/[,;:]/.test(tokens[at]?.gap ?? '')) return true
  return false
}

function subjectOfAuxiliary(input: Tokens, units: Units, token: Token): Found | undefined {
  const auxiliary = auxiliaryOf(input, token)
  if (auxiliary === undefined) return undefined
  const source = subjectOf(input, units, auxiliary, { mayBeGeneric: true }) ?? subjectAfter(input, units, auxiliary)
  return source === undefined ? undefined : { source, inverted: false }
}

function isPassive({ tokens, lexicon }: Tokens, token: Token): boolean {
  if (lexicon.language !== 'en' || token.lower.endsWith('ing')) return false
  const next = tokens[token.index + 1]
  if (next?.lower === 'by' && token.gap === ' ') return true
  if (next?.lower === 'of' && token.lower === 'accused') return true
  const isAside = tokens[token.index - 1]?.gap === ', ' || (token.first && token.capital)
  if (isAside && token.lower === 'asked' && next !== undefined && !next.capital && lexicon.is('askedAbout', next.lower)) return true
  let at = token.index - 1
  while (at >= 0 && lexicon.is('adverbs', tokens[at]?.lower ?? '') && tokens[at]?.gap === ' ') at -= 1
  const before = tokens[at]
  return before?.sentence === token.sentence && before.gap === ' ' && lexicon.is('passives', before.lower)
}

/** "was called a traitor by Kim": who did it stands after "by". */
function agentOf({ tokens }: Tokens, units: Units, token: Token): Found | undefined {
  for (let at = token.index + 1; at < token.index + 10; at += 1) {
    const by = tokens[at]
    if (by === undefined || by.sentence !== token.sentence) return undefined
    if (by.lower !== 'by') continue
    const source = units.startingAt(at + 1)
    return source === undefined ? undefined : { source, inverted: true }
  }
  return undefined
}

function isParticipial({ tokens, lexicon }: Tokens, token: Token): boolean {
  if (lexicon.language !== 'en' || !token.lower.endsWith('ing')) return false
  const before = tokens[token.index - 1]
  return before === undefined || !lexicon.is('auxiliaries', before.lower)
}

/** The subject of the clause before a verb that has none of its own: the first unit that a verb follows. */
function firstSubject({ tokens, lexicon }: Tokens, units: Units, token: Token): Unit | undefined {
  const before = units
    .inSentence(token.sentence)
    .filter((unit) => unit.first < token.index && (tokens[unit.first]?.quotation ?? -1) < 0)
  return (
    before.find((unit) => hasVerbAfter({ tokens, lexicon }, unit)) ??
    before.find((unit) => unit.form !== 'pronoun') ??
    before[0]
  )
}

function hasVerbAfter({ tokens, lexicon }: Pick<Tokens, 'tokens' | 'lexicon'>, unit: Unit): boolean {
  const opening = tokens[unit.phrase.first - 1]
  if (opening?.sentence === unit.sentence && opening.gap === ' ' && lexicon.is('prepositions', opening.lower))
    return false
  const end = tokens[unit.phrase.last]
  const next = tokens[unit.phrase.last + 1]
  if (end === undefined || next === undefined || end.gap !== ' ' || end.possessive || next.capital) return false
  return !lexicon.is('prepositions', next.lower) && !lexicon.is('conjunctions', next.lower)
}

const MAX_ADVERBS = 4

function subjectAfter({ tokens, lexicon }: Tokens, units: Units, token: Token): Unit | undefined {
  for (let at = token.index + 1; at <= token.index + MAX_ADVERBS; at += 1) {
    const next = tokens[at]
    const before = tokens[at - 1]
    if (
      next === undefined ||
      next.sentence !== token.sentence ||
      next.quotation !== token.quotation ||
      !isPlain(before?.gap ?? '')
    )
      return undefined
    const unit = units.startingAt(at)
    if (unit !== undefined) return unit
    if (!lexicon.is('adverbs', next.lower) && !lexicon.is('daysAndMonths', next.lower)) return undefined
  }
  return undefined
}

/** The kind of reaction that a verb tells with the words after it ("expressed deep concern"), else alone. */
function reactionOf({ tokens, lexicon }: Tokens, token: Token, cue: CueForm): ReactionKind | undefined {
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
