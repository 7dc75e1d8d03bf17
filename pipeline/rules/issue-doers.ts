import type { Reading } from '../schema/reading.ts'
import type { Span } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import { lexiconOf } from './lexicon/lexicon.ts'
import type { Named } from './mentions-by-sentence.ts'
import { polarityLexiconOf } from './polarity-lexicon.ts'
import { termOf } from './terms.ts'

/** More words before the first name, and it is not the one that acts. */
const MAX_OPENING = 6
const NEAR = 40

/**
 * Those who do what a sentence tells: its first name where an act of will follows, and the names that act with it ("Brazil and
 * Kenya", "signed with Kenya"). Nobody where something happens to that name, or where it only says something.
 */
export function doersOf(reading: Reading, named: readonly Named[], span: Span): Set<number> {
  const { text } = reading.article
  const inside = named
    .filter(({ name, mention }) => name.canAct && mention.start >= span.start && mention.end <= span.end)
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  const [first] = inside
  const agents = inside.filter(({ mention }) => isAgent(reading, span.start, mention.start))
  if (agents.length > 0) return new Set(agents.map(({ name }) => name.index))
  if (first === undefined || wordsOf(text.slice(span.start, first.mention.start)).length > MAX_OPENING) return new Set()
  if (hasGenitive(text, first.mention.end)) return new Set()
  const joined = inside.filter(({ mention }) => isJoined(text, first.mention.end, mention))
  const last = joined.at(-1) ?? first
  if (!actsAfter(reading, afterOwner(text, last.mention.end, inPhrase(named, span)))) return new Set()
  const partners = inside.filter(({ mention }) => isPartner(reading, span.start, mention.start))
  return new Set([first, ...joined, ...partners].map(({ name }) => name.index))
}

/** Names may be part of the phrase of another, also those that never act: "the council of Port Averill". */
function inPhrase(named: readonly Named[], { end }: Span): Span[] {
  return named.map(({ mention }) => mention).filter((mention) => mention.end <= end)
}

const OWNER = /^\s+(?:of|in|at|for|de|du|des|del|da|do|von|der|in|für)\s+(?:the |la |las |los |l['’]|der |dem )?$/u
const MAX_OWNER = 16

/** Where the phrase of a name ends that says of what it is: "the council of Port Averill". */
function afterOwner(text: string, end: number, mentions: readonly Span[]): number {
  const owner = mentions.find(
    ({ start, end: close }) =>
      start > end && start <= end + MAX_OWNER && close > end && OWNER.test(text.slice(end, start)),
  )
  return owner?.end ?? end
}

/** Only "and" stands between the first name and this one. */
function isJoined(text: string, end: number, { start }: Span): boolean {
  if (start < end || start > end + 12) return false
  return /^\s*(?:and|&|y|et|und|e)\s+(?:the |la |le |el |die |der |o |a )?$/u.test(text.slice(end, start))
}

/** "was called by the union", "ordered by Brazil". */
function isAgent({ article, hasWordLists, language }: Reading, from: number, start: number): boolean {
  const lexicon = hasWordLists ? polarityLexiconOf(language) : undefined
  if (lexicon === undefined) return false
  const words = wordsOf(article.text.slice(Math.max(from, start - NEAR), start)).map(({ text }) => foldCase(text))
  while (lexicon.is('determiners', words.at(-1) ?? '')) words.pop()
  if (!lexicon.is('agents', words.pop() ?? '')) return false
  const verb = words.pop() ?? ''
  return (
    lexicon.is('performatives', verb) ||
    lexicon.entriesOf(verb).some(({ needsAgent, role }) => needsAgent || role === 'verb')
  )
}

/** "a pact with Kenya", "signed with Kenya"; not "the border with Kenya". */
function isPartner({ article, language }: Reading, from: number, start: number): boolean {
  const lexicon = polarityLexiconOf(language)
  const words = wordsOf(article.text.slice(Math.max(from, start - NEAR), start)).map(({ text }) => foldCase(text))
  const at = words.findLastIndex((word) => PARTNERS.has(word))
  const before = words[at - 1] ?? ''
  if (at < 0 || at < words.length - 4 || lexicon === undefined) return false
  return lexicon.familiesOf(before).length > 0 || lexicon.is('performatives', before) || lexicon.endsAsVerb(before)
}

const PARTNERS: ReadonlySet<string> = new Set(['with', 'con', 'avec', 'mit', 'com'])

/** Whether the verb after a name tells an act: not what befalls it ("died", "was arrested", "drew criticism"), not mere speech. */
function actsAfter({ article, hasWordLists, language }: Reading, end: number): boolean {
  const lexicon = hasWordLists ? polarityLexiconOf(language) : undefined
  if (lexicon === undefined) return false
  const from = afterParenthesis(article.text, end)
  const words = wordsOf(article.text.slice(from, from + 80)).map(({ text }) => foldCase(text))
  const at = words.findIndex((word) => !lexicon.isAdverb(word) && !HAVE.has(word))
  const verb = words[at]
  if (verb === undefined || lexicon.is('permissions', verb)) return false
  if (lexicon.is('be', verb)) return lexicon.isParticiple(words[at + 1] ?? '')
  const isTransitive = lexicon.entriesOf(verb).some(({ role, tail }) => role === 'verb' && tail.length === 0)
  if ((lexicon.is('damning', verb) && !isTransitive) || lexicon.is('receivers', verb)) return false
  if (/'s?$/.test(verb) || NO_VERBS.some((set) => lexicon.is(set, verb))) return false
  if (lexicon.is('performatives', verb) || (words[at + 1] === 'to' && !lexicon.is('damning', verb))) return true
  const isDeed = lexicon
    .entriesOf(verb)
    .some(
      ({ tail, needsAgent, needsCause, needsPunishment }) =>
        tail.length === 0 && !needsAgent && !needsCause && !needsPunishment,
    )
  return isDeed || !lexiconOf(language).cues.has(verb)
}

/** Where the sentence goes on after ", which runs the ferries," that follows a name. */
function afterParenthesis(text: string, end: number): number {
  if (text[end] !== ',') return end
  const close = text.indexOf(',', end + 1)
  return close > 0 && close - end < 120 && !/[.!?\n]/.test(text.slice(end, close)) ? close + 1 : end
}

const NO_VERBS = ['determiners', 'possessives', 'prepositions', 'conjunctions', 'relatives'] as const

const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had', 'ha', 'han', 'a', 'ont', 'hat', 'haben'])

/** Whose the matter is by how the article speaks of it: "the mayor's plan", "Brazil's offer", where that noun can stand for the issue. */
export function ownersOf(
  reading: Reading,
  { families, terms }: { families: ReadonlySet<number>; terms: ReadonlySet<string> },
): { name: number; sentence: number; at: number }[] {
  const lexicon = reading.hasWordLists ? polarityLexiconOf(reading.language) : undefined
  if (lexicon === undefined) return []
  const { text } = reading.article
  const isMatter = (word: string) =>
    lexicon.is('undertakings', word) &&
    (terms.has(termOf(word)) || lexicon.familiesOf(word).some((family) => family > 0 && families.has(family)))
  return reading.names.flatMap(({ index, canAct, mentions }) => {
    if (!canAct) return []
    return mentions.flatMap(({ start, end, sentence, form }) => {
      const isOwner =
        form === 'pronoun' ? lexicon.is('possessives', foldCase(text.slice(start, end))) : hasGenitive(text, end)
      if (!isOwner) return []
      const next = wordsOf(text.slice(end, end + 40)).map(({ text: word }) => foldCase(word))
      const after = next.filter((word) => word !== "'s" && word !== 's')
      return isMatter(after[0] ?? '') || (isMatter(after[1] ?? '') && /^[^.,;:]*$/.test(text.slice(end, end + 20)))
        ? [{ name: index, sentence, at: start }]
        : []
    })
  })
}

function hasGenitive(text: string, end: number): boolean {
  return /^['’]s?\s/.test(text.slice(end, end + 4)) || /['’]s?$/.test(text.slice(end - 2, end))
}
