import type { Frame } from './frames.ts'
import { clauseOpening, subjectOfAuxiliary, verbSecond } from './german-clauses.ts'
import type { CueForm } from './lexicon/lexicon.ts'
import { isPlain } from './phrases.ts'
import { isNounAsWellAsVerb } from './reporting-verbs.ts'
import { hasVerbAfter, subjectAfter, subjectOf } from './subjects.ts'
import type { Token } from './tokens.ts'
import type { Tokens, Unit } from './unit.ts'
import type { Units } from './units.ts'

export type Found = { source?: Unit; inverted: boolean }

export function sourceOf(
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

function lastInSentence(frames: readonly Frame[], token: Token): Frame | undefined {
  const last = frames.at(-1)
  return last?.sentence === token.sentence ? last : undefined
}

/** "to strengthen ties and counter pressure": a bare form after "and" is no verb of its own, unless another bare one is. */
function isBareForm(tokens: readonly Token[], token: Token, cue: CueForm, governing: Frame | undefined): boolean {
  if (token.lower !== cue.lemma) return false
  return governing === undefined || tokens[governing.cue.first]?.lower !== governing.lemma
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

function isPassive({ tokens, lexicon }: Tokens, token: Token): boolean {
  if (lexicon.language !== 'en' || token.lower.endsWith('ing')) return false
  const next = tokens[token.index + 1]
  if (next?.lower === 'by' && token.gap === ' ') return true
  if (next?.lower === 'of' && token.lower === 'accused') return true
  const isAside = tokens[token.index - 1]?.gap === ', ' || (token.first && token.capital)
  if (isAside && token.lower === 'asked' && next !== undefined && !next.capital && lexicon.is('askedAbout', next.lower))
    return true
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
