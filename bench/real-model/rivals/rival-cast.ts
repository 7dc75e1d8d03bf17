import type { Actor } from '../../../pipeline/schema/analysis.ts'
import type { Reading } from '../../../pipeline/schema/reading.ts'
import { evidenceOf, type Span } from '../../../pipeline/schema/span.ts'
import { foldCase } from '../../../pipeline/text/fold-case.ts'
import { locateQuote } from '../../../pipeline/text/locate-quote.ts'
import { wordsOf } from '../../../pipeline/text/words.ts'
import type { Claims } from './claims.ts'
import type { RivalCounters } from './counters.ts'
import { actorKindOf } from './labels.ts'

export type RivalCast = {
  actors: Actor[]
  /** The actor that a name means; one who is named only here joins the cast. */
  find(name: string): Actor
}

/** Who a rival says acts, each once; an actor without mentions is one whose name the article does not have. */
export function rivalCast(claims: Claims, reading: Reading, counters: RivalCounters): RivalCast {
  const actors: Actor[] = []
  for (const { name, kind, aliases } of claims.actors) {
    if (name === '') continue
    const { label, isListed } = actorKindOf(kind)
    counters.labels += 1
    counters.labelsOutsideList += Number(!isListed)
    counters.actors += 1
    const known = actors.find((actor) => namesOf(actor).some((one) => keyOf(one) === keyOf(name)))
    if (known !== undefined) {
      known.aliases = unlike(known.name, [...known.aliases, ...aliases])
      continue
    }
    const actor = { id: idAfter(actors), name, kind: label, aliases: unlike(name, aliases), mentions: [] }
    actors.push({ ...actor, mentions: mentionsOf(actor, reading) })
    counters.actorsNotInArticle += Number(actors.at(-1)?.mentions.length === 0)
  }
  return { actors, find: (name) => findActor(name, actors, { reading, counters }) }
}

const PRONOUNS = new Set(
  'he she they it we i you him her them er sie es wir il elle ils elles on él ella ellos ele ela'.split(' '),
)

function findActor(
  name: string,
  actors: Actor[],
  { reading, counters }: { reading: Reading; counters: RivalCounters },
): Actor {
  const wanted = keyOf(name)
  const found = LIKENESSES.map((isLike) =>
    actors.find((actor) => namesOf(actor).some((one) => isLike(keyOf(one), wanted))),
  )
    .filter((actor) => actor !== undefined)
    .at(0)
  if (found !== undefined) return found
  counters.unlistedNames += 1
  const isName = wanted !== '' && !PRONOUNS.has(wanted) && placeOf(name, reading) !== undefined
  const actor: Actor = isName
    ? { id: idAfter(actors), name, kind: 'person', aliases: [], mentions: [] }
    : nobody(actors)
  if (!actors.includes(actor)) actors.push({ ...actor, mentions: mentionsOf(actor, reading) })
  return actor
}

/** Holds what is said by somebody the article does not name. A given actor does not count in the scores of actors. */
function nobody(actors: readonly Actor[]): Actor {
  const known = actors.find((actor) => actor.given)
  return known ?? { id: idAfter(actors), name: 'somebody', kind: 'other', aliases: [], mentions: [], given: true }
}

function idAfter(actors: readonly Actor[]): string {
  return `a${actors.length + 1}`
}

function namesOf({ name, aliases, given }: Actor): string[] {
  return given ? [] : [name, ...aliases]
}

function unlike(name: string, aliases: readonly string[]): string[] {
  const keys = new Set([keyOf(name), ''])
  return aliases.filter((alias) => !keys.has(keyOf(alias)) && keys.add(keyOf(alias)))
}

const ARTICLES = new Set('the a an der die das le la les el los las o os as'.split(' '))

/** The words of a name in lower case, without an article before them. */
function keyOf(name: string): string {
  const words = wordsOf(foldCase(name.slice(0, 300))).map(({ text }) => text)
  return (ARTICLES.has(words[0] ?? '') && words.length > 1 ? words.slice(1) : words).join(' ')
}

/** Ways in which two names mean the same, the surest first. */
const LIKENESSES: readonly ((one: string, other: string) => boolean)[] = [
  (one, other) => one === other,
  (one, other) => holdsWords(one, other) || holdsWords(other, one),
  (one, other) => lastWord(one) === lastWord(other) && lastWord(one).length > 2,
]

function holdsWords(long: string, short: string): boolean {
  return short.length > 2 && ` ${long} `.includes(` ${short} `)
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}

function mentionsOf(actor: Actor, reading: Reading): Actor['mentions'] {
  const { article, sentences } = reading
  const places = namesOf(actor).flatMap((name) => placeOf(name, reading) ?? [])
  return places.map((span) => evidenceOf(article.text, sentences, span))
}

/** Where a name stands first, upper and lower case alike. */
function placeOf(name: string, { article: { text }, language }: Reading): Span | undefined {
  const exact = locateQuote(name, text, { language })
  if (exact) return exact.spans[0]
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return undefined
  return locateQuote(name.toLowerCase(), lower, { language })?.spans[0]
}
