import type { Reading } from '../schema/reading.ts'
import type { Span } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import { lexiconOf } from './lexicon/lexicon.ts'
import type { Named } from './mentions-by-sentence.ts'
import { polarityLexiconOf } from './polarity-lexicon.ts'

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
  if (first === undefined || wordsOf(text.slice(span.start, first.mention.start)).length > MAX_OPENING) return new Set()
  const joined = inside.filter(({ mention }) => isJoined(text, first.mention.end, mention))
  const last = joined.at(-1) ?? first
  if (!actsAfter(reading, last.mention.end)) return new Set()
  const partners = inside.filter(({ mention }) => isPartner(reading, span.start, mention.start))
  return new Set([first, ...joined, ...partners].map(({ name }) => name.index))
}

/** Only "and" stands between the first name and this one. */
function isJoined(text: string, end: number, { start }: Span): boolean {
  if (start < end || start > end + 12) return false
  return /^\s*(?:and|&|y|et|und|e)\s+(?:the |la |le |el |die |der |o |a )?$/u.test(text.slice(end, start))
}

function isPartner({ article }: Reading, from: number, start: number): boolean {
  const words = wordsOf(article.text.slice(Math.max(from, start - NEAR), start)).map(({ text }) => foldCase(text))
  return words.slice(-4).some((word) => PARTNERS.has(word))
}

const PARTNERS: ReadonlySet<string> = new Set(['with', 'con', 'avec', 'mit', 'com'])

/** Whether the verb after a name tells an act: not what befalls it ("died", "was arrested", "drew criticism"), not mere speech. */
function actsAfter({ article, hasWordLists, language }: Reading, end: number): boolean {
  const lexicon = hasWordLists ? polarityLexiconOf(language) : undefined
  if (lexicon === undefined) return false
  const words = wordsOf(article.text.slice(end, end + 80)).map(({ text }) => foldCase(text))
  const at = words.findIndex((word) => !lexicon.isAdverb(word) && !HAVE.has(word))
  const verb = words[at]
  if (verb === undefined) return false
  if (lexicon.is('be', verb)) return lexicon.isParticiple(words[at + 1] ?? '')
  if (lexicon.is('damning', verb) || lexicon.is('receivers', verb)) return false
  const isDeed = lexicon
    .entriesOf(verb)
    .some(({ tail, needsAgent, needsPunishment }) => tail.length === 0 && !needsAgent && !needsPunishment)
  return isDeed || !lexiconOf(language).cues.has(verb)
}

const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had', 'ha', 'han', 'a', 'ont', 'hat', 'haben'])
