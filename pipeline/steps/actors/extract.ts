import { bearingOn, viewIssue } from '../../rules/issue-view.ts'
import { leansBack } from '../../rules/leans-back.ts'
import { mainClause } from '../../rules/main-clause.ts'
import { mentionsBySentence } from '../../rules/mentions-by-sentence.ts'
import { polarityLexiconOf } from '../../rules/polarity-lexicon.ts'
import { centralityOf } from '../../rules/salience.ts'
import { isContentWord, termOf } from '../../rules/terms.ts'
import type { StepInput } from '../../schema/contracts.ts'
import type { Name, PolarityCue, Reading } from '../../schema/reading.ts'
import { type Sentence, type Span, sentenceAt } from '../../schema/span.ts'
import { foldCase } from '../../text/fold-case.ts'
import { wordsOf } from '../../text/words.ts'
import type { ActorsWire, WireActor, WireIssue } from './wire.ts'

const MAX_ACTORS = 12
const MAX_SPEAKERS = 20
const MAX_OTHER_ISSUES = 2

/** Actors: the names that act, the most central, speaking and judged ones first. Issues: clauses of the article, word for word. */
export function extractActors({ reading }: StepInput): ActorsWire {
  const issue = mainIssueOf(reading)
  return { actors: actorsOf(reading), issue: issue.wire, otherIssues: otherIssuesOf(reading, issue.span) }
}

function actorsOf(reading: Reading): WireActor[] {
  const merit = meritsOf(reading)
  const isActive = activeIn(reading)
  const ranked = reading.names
    .filter(({ index, canAct, name }) => canAct && !isSomebodys(reading, name) && (merit.get(index) ?? 0) > 0)
    .sort((a, b) => (merit.get(b.index) ?? 0) - (merit.get(a.index) ?? 0))
    .filter((name, rank) => rank < MAX_SILENT || isActive(name))
  const quoted = new Set(
    reading.attributions.flatMap(({ speaker, quotations }) =>
      speaker !== undefined && quotations.length > 0 ? [speaker] : [],
    ),
  )
  return ranked.filter(({ index }, rank) => rank < MAX_ACTORS || (rank < MAX_SPEAKERS && quoted.has(index))).map(wireOf)
}

/** "his lawyers": nobody that a reader could look up. */
function isSomebodys({ language }: Reading, name: string): boolean {
  const [first = ''] = foldCase(name).split(' ', 1)
  return polarityLexiconOf(language)?.is('possessives', first) ?? false
}

/** Speaks, holds or meets an attitude, does what the article is about, or is named again and again. */
function activeIn(reading: Reading): (name: Name) => boolean {
  const active = new Set<number | undefined>()
  for (const { speaker } of reading.attributions) active.add(speaker)
  for (const { holder, target, strength } of reading.cues) {
    if (strength < CLEAR) continue
    active.add(holder)
    active.add(target)
  }
  return ({ index, mentions, kind, acts }) => active.has(index) || mentions.length >= OFTEN || kind === 'person' || acts
}

const MAX_SILENT = 6
const OFTEN = 4

const SPEAKS = 0.4
const HOLDS = 0.4
const JUDGED = 0.1
const CLEAR = 0.4

function meritsOf({ names, attributions, cues }: Reading): Map<number, number> {
  const merit = new Map(names.map(({ index, salience }) => [index, salience]))
  const add = (name: number | undefined, value: number) => {
    if (name !== undefined) merit.set(name, (merit.get(name) ?? 0) + value)
  }
  const counted = new Set<string>()
  const once = (key: string, act: () => void) => {
    if (!counted.has(key)) act()
    counted.add(key)
  }
  for (const { speaker } of attributions) once(`s${speaker}`, () => add(speaker, SPEAKS))
  for (const { holder, target, strength, voice } of cues) {
    if (strength < CLEAR || voice === 'reported') continue
    once(`h${holder}`, () => add(holder, HOLDS))
    once(`t${target}`, () => add(target, JUDGED))
  }
  return merit
}

function wireOf({ name, kind, role, aliases, mentions }: Name): WireActor {
  const sentences = [...new Set(mentions.map(({ sentence }) => sentence + 1))].slice(0, 3)
  return { sentences, name, kind, role: role ?? null, aliases: aliases.slice(0, 6) }
}

type Found = { wire: WireIssue; span: Span }

function mainIssueOf(reading: Reading): Found {
  const { article, attributions } = reading
  const sentence = mainSentence(reading)
  if (sentence === undefined) return { wire: { sentences: [], statement: '' }, span: { start: 0, end: 0 } }
  const said = attributions.filter((attribution) => attribution.sentence === sentence.index)
  const span = mainClause(article.text, sentence, said)
  return { wire: { sentences: [sentence.index + 1], statement: article.text.slice(span.start, span.end) }, span }
}

const MAX_OPENING = 12
const FULL = 16
const LONG = 50
const CENTRAL = 0.5
const PLACE = 0.8
const JUDGED_TERMS = 0.3
const NO_EVENT = 0.85
/** A pronoun among the first words means somebody of an earlier sentence. */
const OPENING = 5

/** The sentence that tells what the article is about: it stands early and holds what the article keeps coming back to. */
function mainSentence(reading: Reading): Sentence | undefined {
  const { article, sentences, quotations } = reading
  const central = centralityOf(reading)
  const judged = judgedTerms(reading)
  const meritOf = ({ index, start, end }: Sentence) => {
    const words = wordsOf(article.text.slice(start, end)).length
    const isQuoted = quotations.some(
      (quotation) => quotation.kind === 'direct' && quotation.start <= start + 1 && quotation.end > start + 1,
    )
    const length = Math.min(1, words / FULL, LONG / words)
    const merit =
      central[index] === undefined
        ? 0
        : CENTRAL * central[index] + PLACE / (1 + index) ** 0.5 + JUDGED_TERMS * (judged[index] ?? 0)
    const scene = tellsEvent(reading, { start, end }) ? 1 : NO_EVENT
    return merit * length * scene * (isQuoted ? 0.4 : 1) * (leansBack(article.text, start) ? 0.5 : 1)
  }
  let best: { sentence: Sentence; merit: number } | undefined
  for (const sentence of sentences.slice(0, MAX_OPENING)) {
    const merit = meritOf(sentence)
    if (best === undefined || merit > best.merit) best = { sentence, merit }
  }
  return best?.sentence
}

/** A scene ("By the time the siren wailed, …") holds no word for an event or a decision; what opens with a condition tells none. */
function tellsEvent({ article, language, hasWordLists }: Reading, { start, end }: Span): boolean {
  const lexicon = hasWordLists ? polarityLexiconOf(language) : undefined
  if (lexicon === undefined) return true
  const words = wordsOf(article.text.slice(start, end)).map(({ text }) => foldCase(text))
  if (words.slice(0, OPENING).some((word) => lexicon.is('openPronouns', word))) return false
  return words.some(
    (word) => lexicon.familiesOf(word).some((family) => family > 0) || lexicon.is('performatives', word),
  )
}

/** How much of what words of attitude are about each of the first sentences holds, 0..1. */
function judgedTerms(reading: Reading): number[] {
  const weights = new Map<string, number>()
  for (const { about, strength } of reading.cues) {
    for (const term of about ? termsIn(reading, about) : []) weights.set(term, (weights.get(term) ?? 0) + strength)
  }
  const raw = reading.sentences.slice(0, MAX_OPENING).map((sentence) => {
    let sum = 0
    for (const term of new Set(termsIn(reading, sentence))) sum += weights.get(term) ?? 0
    return sum
  })
  const top = Math.max(...raw, 1)
  return raw.map((value) => value / top)
}

const MIN_STANDING = 0.6
const SAME_ISSUE = 0.7

/** What several hold positions on beside the main issue: what their words of attitude govern. */
function otherIssuesOf(reading: Reading, main: Span): WireIssue[] {
  const view = viewIssue(reading, {
    statement: reading.article.text.slice(main.start, main.end),
    span: main,
    isMain: true,
  })
  const namedIn = mentionsBySentence(reading)
  const groups: Group[] = []
  for (const cue of reading.cues) {
    const terms = cue.about && isMatter(reading, cue, namedIn) ? termsIn(reading, cue.about) : []
    if (terms.length < 2 || cue.about === undefined || cue.holder === undefined || cue.voice === 'reported') continue
    if (bearingOn(reading, view, { ...cue, target: undefined }).weight >= SAME_ISSUE) continue
    const group = groups.find((each) => share(terms, each.terms) >= 0.6)
    if (group) join(group, cue)
    else if (groups.length < 60) groups.push(groupOf(cue, cue.about, terms))
  }
  return groups
    .filter(
      ({ standing, holders, span }) =>
        standing >= MIN_STANDING && (holders.size > 1 || isDebatable(reading, span, namedIn)),
    )
    .sort((a, b) => b.standing - a.standing)
    .slice(0, MAX_OTHER_ISSUES)
    .map(({ sentence, span }) => ({
      sentences: [sentence + 1],
      statement: reading.article.text.slice(span.start, span.end),
    }))
}

type Group = { terms: ReadonlySet<string>; span: Span; sentence: number; holders: Set<number>; standing: number }

function groupOf(cue: PolarityCue, span: Span, terms: readonly string[]): Group {
  const holders = new Set(cue.holder === undefined ? [] : [cue.holder])
  return { terms: new Set(terms), span, sentence: cue.sentence, holders, standing: cue.strength }
}

function join(group: Group, { holder, strength }: PolarityCue): void {
  if (holder === undefined || group.holders.has(holder)) return
  group.holders.add(holder)
  group.standing += strength
}

/** It names an event or a decision, or what somebody named does. */
function isDebatable({ article, language, sentences }: Reading, span: Span, namedIn: NamedIn): boolean {
  const words = wordsOf(article.text.slice(span.start, span.end))
  const lexicon = polarityLexiconOf(language)
  if (words.some(({ text }) => (lexicon?.familiesOf(foldCase(text)).length ?? 0) > 0)) return true
  const isInside = ({ start, end }: Span) => start >= span.start && end <= span.end
  const isOwned = namedIn(sentenceAt(sentences, span.start)).some(
    ({ name, mention }) => name.canAct && isInside(mention),
  )
  return words.length >= 3 && isOwned
}

/** More than a name: a matter that one can be for or against. */
function isMatter({ article }: Reading, { about, sentence, target }: PolarityCue, namedIn: NamedIn): boolean {
  if (about === undefined) return false
  const words = wordsOf(article.text.slice(about.start, about.end))
  if (words.length < 2 || words.length > 14) return false
  const isWhole = ({ start, end }: Span) => start <= about.start + 4 && end >= about.end - 1
  return !namedIn(sentence).some(({ name, mention }) => name.index === target && isWhole(mention))
}

type NamedIn = ReturnType<typeof mentionsBySentence>

function termsIn({ article }: Reading, { start, end }: Span): string[] {
  return wordsOf(article.text.slice(start, end)).flatMap(({ text }) => (isContentWord(text) ? [termOf(text)] : []))
}

function share(terms: readonly string[], others: ReadonlySet<string>): number {
  return terms.length === 0 ? 0 : terms.filter((term) => others.has(term)).length / terms.length
}
