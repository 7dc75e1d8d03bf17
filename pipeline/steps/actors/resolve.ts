import type { Actor, ActorId, Issue, IssueId, Warning } from '../../schema/analysis.ts'
import type { Resolved, StepInput } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import { type Evidence, evidenceOf, type Span, sentenceAt } from '../../schema/span.ts'
import { foldCase } from '../../text/fold-case.ts'
import { wordsOf } from '../../text/words.ts'
import { cite } from '../cite.ts'
import { writtenText } from '../written-text.ts'
import { type ActorFinder, actorFinder, type FoundActor } from './find-actor.ts'
import type { ActorsWire, WireActor, WireIssue } from './wire.ts'

const MAX_ACTORS = 40
const MAX_OTHER_ISSUES = 2

/**
 * Names → actors with their mentions, statements → issues with evidence, and the cast that later answers count by.
 * Given ones come first. Two names of one actor become one actor, and both numbers lead to it. A name that the article does not
 * contain is dropped, its number leads nowhere. Without a main issue the most salient sentence stands for it.
 */
export function resolveActors(wire: ActorsWire, input: StepInput): Resolved {
  const warnings: Warning[] = []
  const { actors, numbers } = resolveEach(wire.actors, input, warnings)
  const issues = resolveIssues(wire, input, warnings)
  const cast = {
    actors,
    issues: issues.all,
    mainIssue: issues.main,
    numbers: { actors: numbers, issues: issues.numbers },
  }
  return { parts: { actors, issues: issues.all, mainIssue: issues.main }, cast, warnings }
}

function resolveEach(written: readonly WireActor[], { reading, recipe }: StepInput, warnings: Warning[]) {
  const find = actorFinder(reading)
  const actors: Actor[] = []
  const byKey = new Map<string, Actor>()
  const listed = new Set(written.flatMap(({ name }) => find(name)?.key ?? []))
  const add = (key: string, actor: Omit<Actor, 'id'>): ActorId => {
    const added = { id: `a${actors.length + 1}`, ...actor }
    actors.push(added)
    byKey.set(key, added)
    return added.id
  }
  const numbers: (ActorId | undefined)[] = recipe.actors.map((name) => {
    const found = find(name)
    const key = found?.key ?? `given ${name.toLowerCase()}`
    return byKey.get(key)?.id ?? add(key, givenActor(name, found, reading))
  })
  for (const item of written) {
    const found = find(item.name) ?? firstFound(item.aliases, find)
    const known = found && byKey.get(found.key)
    if (found === undefined) {
      warnings.push(invalid(`The actor "${shorten(item.name)}" was left out: the article has no such name`))
      numbers.push(undefined)
    } else if (known) {
      addWritten(known, item, found, { find, listed, reading })
      numbers.push(known.id)
    } else if (actors.length >= MAX_ACTORS) {
      numbers.push(undefined)
    } else {
      const actor = { ...foundActor(found, reading), kind: item.kind }
      addWritten(actor, item, found, { find, listed, reading })
      numbers.push(add(found.key, actor))
    }
  }
  return { actors, numbers }
}

function firstFound(aliases: readonly string[], find: ActorFinder): FoundActor | undefined {
  for (const alias of aliases.slice(0, 5)) {
    const found = find(alias)
    if (found) return found
  }
  return undefined
}

function foundActor({ name, cluster, mentions }: FoundActor, reading: Reading): Omit<Actor, 'id'> {
  return {
    name,
    kind: cluster?.kind ?? 'other',
    ...(cluster?.role !== undefined && { role: cluster.role }),
    aliases: [...(cluster?.aliases ?? [])],
    mentions: evidencesOf(mentions, reading),
  }
}

function givenActor(name: string, found: FoundActor | undefined, reading: Reading): Omit<Actor, 'id'> {
  if (found === undefined) return { name, kind: 'other', aliases: [], mentions: [], given: true }
  const actor = foundActor(found, reading)
  const aliases = found.name === name ? actor.aliases : [found.name, ...actor.aliases.filter((alias) => alias !== name)]
  return { ...actor, name, aliases, given: true }
}

type Others = { find: ActorFinder; listed: ReadonlySet<string>; reading: Reading }

/** Adds the role and the aliases that a model wrote to an actor: aliases only where the article has them and they are nobody else's. */
function addWritten(
  actor: Omit<Actor, 'id'>,
  item: WireActor,
  found: FoundActor,
  { find, listed, reading }: Others,
): void {
  const role = writtenText(item.role)
  if (role !== '' && role.length <= 160 && actor.role === undefined) actor.role = role
  for (const written of item.aliases.slice(0, 8)) {
    const alias = find(written)
    if (alias === undefined || alias.key === found.key || listed.has(alias.key)) continue
    if (actor.kind === 'person' && alias.cluster?.kind === 'person') continue // the rules know them to be two
    if (!isPlausible(alias, actor, item.sentences, reading)) continue
    if (!actor.aliases.includes(alias.name)) actor.aliases.push(alias.name)
    actor.mentions = inOrder([...actor.mentions, ...evidencesOf(alias.mentions, reading)])
  }
}

/** Models put names under an actor that only stand near it. One of its own is alike, or stands where the actor was found. */
function isPlausible(alias: FoundActor, actor: Omit<Actor, 'id'>, cited: readonly number[], reading: Reading): boolean {
  const own = [actor.name, ...actor.aliases].flatMap((name) => [...wordsIn(name), initialsOf(name)])
  if (wordsIn(alias.name).some((word) => own.includes(word))) return true
  const shown = new Set(cited.map((number) => number - 1))
  return alias.mentions.some(({ start }) => shown.has(sentenceAt(reading.sentences, start)))
}

function wordsIn(name: string): string[] {
  return wordsOf(foldCase(name)).flatMap(({ text }) => (text.length > 1 ? [text.replaceAll('.', '')] : []))
}

/** "us" of "United States". */
function initialsOf(name: string): string {
  return foldCase((name.match(/(?<![\p{L}\p{M}])\p{Lu}/gu) ?? []).join(''))
}

/** Spans as evidence, in the order of the article. */
export function evidencesOf(spans: readonly Span[], { article, sentences }: Reading): Evidence[] {
  return inOrder(spans.filter(({ start, end }) => end > start).map((span) => evidenceOf(article.text, sentences, span)))
}

/** Each once, in the order of the article. */
export function inOrder(mentions: readonly Evidence[]): Evidence[] {
  const byPlace = new Map(mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]))
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function resolveIssues(wire: ActorsWire, { reading, recipe }: StepInput, warnings: Warning[]) {
  const all: Issue[] = recipe.targets.map((statement, index) => ({
    id: `i${index + 1}`,
    statement,
    evidence: [],
    given: true,
  }))
  const numbers: (IssueId | undefined)[] = all.map(({ id }) => id)
  const main = `i${all.length + 1}`
  const own = resolveIssue(wire.issue, main, reading, warnings)
  if (own === undefined) warnings.push(replaced(main, 'no main issue with a sentence of the article was named'))
  const first = own ?? { id: main, ...salientIssue(reading) }
  all.push(first)
  numbers.push(main)
  const seen = new Set([first.statement.toLowerCase()])
  for (const written of wire.otherIssues.slice(0, MAX_OTHER_ISSUES)) {
    const issue = resolveIssue(written, `i${all.length + 1}`, reading, warnings)
    const isNew = issue !== undefined && !seen.has(issue.statement.toLowerCase())
    if (issue === undefined && writtenText(written.statement) !== '') {
      warnings.push(
        invalid(`The issue "${shorten(written.statement)}" was left out: it cites no sentence of the article`),
      )
    }
    numbers.push(isNew ? issue.id : undefined)
    if (isNew) all.push(issue)
    if (isNew) seen.add(issue.statement.toLowerCase())
  }
  return { all, main, numbers }
}

function resolveIssue(written: WireIssue, id: IssueId, reading: Reading, warnings: Warning[]): Issue | undefined {
  const statement = writtenText(written.statement)
  const what = `The issue "${shorten(statement)}"`
  const evidence = cite(written.sentences, reading, { step: 'actors', what, warnings })
  return statement === '' || evidence.length === 0 ? undefined : { id, statement, evidence }
}

/** The most salient sentence, word for word: what stands for a main issue that is missing or was dropped. */
export function salientIssue(reading: Reading): Pick<Issue, 'statement' | 'evidence'> {
  const { salience, sentences, article } = reading
  const best = sentences.reduce<number>(
    (top, { index }) => ((salience[index] ?? 0) > (salience[top] ?? 0) ? index : top),
    0,
  )
  const sentence = sentences[best] ?? { index: 0, start: 0, end: article.text.length }
  const evidence = evidenceOf(article.text, sentences, sentence)
  return { statement: evidence.text, evidence: [evidence] }
}

/** The warning that goes with {@link salientIssue}. */
export function replaced(claim: IssueId, reason: string): Warning {
  return {
    code: 'ISSUE_REPLACED',
    message: `The most salient sentence stands for the main issue: ${reason}`,
    step: 'actors',
    claim,
  }
}

function invalid(message: string): Warning {
  return { code: 'ITEM_INVALID', message, step: 'actors' }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
