import { abstentionsIn } from '../../rules/abstentions.ts'
import { ownersOf } from '../../rules/issue-doers.ts'
import { talkOn } from '../../rules/issue-talk.ts'
import { bearingOn, type IssueView, viewIssue } from '../../rules/issue-view.ts'
import { isFormer, isPossible } from '../../rules/moods.ts'
import { numbersOfNames } from '../../rules/name-numbers.ts'
import { spokespeopleIn } from '../../rules/spokespeople.ts'
import type { Issue, StanceLabel, Voice } from '../../schema/analysis.ts'
import type { Cast } from '../../schema/contracts.ts'
import type { PolarityCue, Reading } from '../../schema/reading.ts'
import { actorFinder } from '../actors/find-actor.ts'
import { speakerFinder } from './speaker-finder.ts'
import { isTargetOf } from './targets.ts'

/** A cue weaker than this decides nothing. */
const THRESHOLD = 0.3

/** What shows where somebody stands, in one sentence. */
export type Position = { sentence: number; at: number; label: StanceLabel; strength: number; voice: Voice }

type Positions = Map<string, Position[]>
type Add = (actor: number | undefined, target: string, position: Position) => void

/** Every position that the article shows, by "actor target" as the wire numbers them ("2 I1", "3 A2"). */
export function positionsOf(reading: Reading, cast: Cast): Positions {
  const numbers = numbersOfNames(reading, cast)
  const spokespeople = spokespeopleIn(reading)
  const issues = issuesOf(reading, cast)
  const positions: Positions = new Map()
  const add: Add = (actor, target, position) => {
    if (actor === undefined || position.strength < THRESHOLD || target === `A${actor}`) return
    const key = `${actor} ${target}`
    const known = positions.get(key)
    if (known === undefined) positions.set(key, [position])
    else known.push(position)
  }
  addCues(reading, cast, { numbers, spokespeople, issues, add })
  for (const { number, view } of issues) {
    for (const [actor, position] of deedsOf(view, numbers, reading)) add(actor, `I${number}`, position)
    for (const talk of talkOn(reading, view)) add(numbers.get(talk.name), `I${number}`, talkPosition(talk))
  }
  const main = issues.find(({ view }) => view.isMain)
  if (main === undefined) return positions
  for (const { name, sentence, start } of abstentionsIn(reading))
    add(numbers.get(name), `I${main.number}`, neutral(sentence, start))
  addOwners(reading, main, { numbers, positions, add })
  addSpokespeople(reading, main, { numbers, spokespeople, positions, add })
  return positions
}

type Known = {
  numbers: ReadonlyMap<number, number>
  spokespeople: ReadonlyMap<number, number>
  positions: Positions
  issues: readonly NumberedIssue[]
  add: Add
}

function addCues(
  reading: Reading,
  cast: Cast,
  { numbers, spokespeople, issues, add }: Pick<Known, 'numbers' | 'spokespeople' | 'issues' | 'add'>,
): void {
  const author = authorNumber(reading, cast)
  const speakerAt = speakerFinder(reading)
  for (const found of reading.cues) {
    const speaker = found.voice === 'reported' ? speakerAt(found) : undefined
    const isOwn = speaker !== undefined && found.holder !== undefined && spokespeople.get(speaker) === found.holder
    const cue: PolarityCue = isOwn ? { ...found, voice: 'self' } : found
    const actor = cue.holder === undefined ? author : numbers.get(cue.holder)
    const towards = cue.target === undefined ? undefined : numbers.get(cue.target)
    if (isFormer(reading, cue) || isPossible(reading, cue)) continue
    if (towards !== undefined && isTargetOf(reading, cue)) add(actor, `A${towards}`, positionOf(cue, 1, false))
    for (const { number, view, somebody } of issues) {
      if (somebody !== undefined && cue.target === somebody) {
        add(actor, `I${number}`, positionOf(cue, 1, false))
        continue
      }
      const { weight, inverted } = bearingOn(reading, view, cue)
      if (weight > 0 && !isOwnDeed(view, cue, inverted)) add(actor, `I${number}`, positionOf(cue, weight, inverted))
    }
  }
}

/** What those speak or act against who do what the issue tells is not the issue: who fires somebody is for the firing. */
function isOwnDeed({ doers, isMain }: IssueView, { holder, polarity }: PolarityCue, inverted: boolean): boolean {
  return isMain && holder !== undefined && doers.has(holder) && (polarity === 'negative') !== inverted
}

function talkPosition({ sentence, at, polarity, strength }: ReturnType<typeof talkOn>[number]): Position {
  return { sentence, at, label: polarity === 'positive' ? 'support' : 'oppose', strength, voice: 'self' }
}

function neutral(sentence: number, at: number): Position {
  return { sentence, at, label: 'neutral', strength: 0.5, voice: 'self' }
}

/** Whose plan it is, where nothing else shows a side. */
function addOwners(
  reading: Reading,
  { number, view }: NumberedIssue,
  { numbers, positions, add }: Pick<Known, 'numbers' | 'positions' | 'add'>,
): void {
  const target = `I${number}`
  const open = (name: number) => !positions.has(`${numbers.get(name)} ${target}`)
  const owners = ownersOf(reading, view).filter(({ name }) => open(name))
  for (const { name, sentence, at } of owners)
    add(numbers.get(name), target, { sentence, at, label: 'support', strength: 0.4, voice: 'narrator' })
}

/** Who speaks for a body that takes a side takes it too, where nothing else shows his; and the other way round. */
function addSpokespeople(
  reading: Reading,
  { number, view }: NumberedIssue,
  { numbers, spokespeople, positions, add }: Omit<Known, 'issues'>,
): void {
  const target = `I${number}`
  for (const [person, body] of spokespeople) {
    const own = `${numbers.get(person)} ${target}`
    const other = `${numbers.get(body)} ${target}`
    const said = reading.attributions.find(({ speaker }) => speaker === person)
    const taken = clearest(positions.get(other))
    const taught = clearest(positions.get(own))
    if (!positions.has(own) && taken && said && isNear(reading, taken, { body, said: said.sentence, view })) {
      const { sentence, content } = said
      add(numbers.get(person), target, { ...taken, sentence, at: content.start, strength: 0.4, voice: 'self' })
    } else if (!positions.has(other) && taught) {
      add(numbers.get(body), target, { ...taught, strength: 0.4, voice: 'self' })
    }
  }
}

/** A body's position is its speaker's where it is a deed of the issue, or stands beside his words and is no divided one. */
function isNear(
  { cues, names }: Reading,
  { sentence, label }: Position,
  { body, said, view }: { body: number; said: number; view: IssueView },
): boolean {
  if (view.doers.has(body) || names[body]?.kind === 'country') return true
  const other = label === 'support' ? 'negative' : 'positive'
  const isDivided = cues.some((cue) => cue.sentence === sentence && cue.holder === body && cue.polarity === other)
  return !isDivided && Math.abs(said - sentence) <= 1
}

/** The strongest of positions that all agree, unless others only tell of it. */
function clearest(positions: readonly Position[] = []): Position | undefined {
  const [first] = [...positions].sort((a, b) => b.strength - a.strength)
  const agrees = positions.every(({ label }) => label === first?.label)
  return agrees && first?.voice !== 'reported' && first?.label !== 'neutral' ? first : undefined
}

function positionOf(cue: PolarityCue, weight: number, inverted: boolean): Position {
  const isFor = (cue.polarity === 'positive') !== inverted
  // "does not object": no side, whatever else one does.
  const isNoObjection = cue.negated && cue.polarity === 'positive'
  return {
    sentence: cue.sentence,
    at: cue.start,
    label: isNoObjection ? 'neutral' : isFor ? 'support' : 'oppose',
    strength: cue.strength * weight,
    voice: cue.voice,
  }
}

/** Those who do what the issue tells are for it. */
function deedsOf(
  { doers, sentence, isMain }: IssueView,
  numbers: ReadonlyMap<number, number>,
  { sentences }: Reading,
): [number | undefined, Position][] {
  if (!isMain || sentence === undefined) return []
  const at = sentences[sentence]?.start ?? 0
  return [...doers].map((name) => [numbers.get(name), { sentence, at, label: 'support', strength: 0.8, voice: 'self' }])
}

/** `somebody`: a given question may name somebody in place of a matter ("the mayor"): the index of the name. */
type NumberedIssue = { number: number; view: IssueView; somebody?: number }

function issuesOf(reading: Reading, cast: Cast): NumberedIssue[] {
  const find = actorFinder(reading)
  return cast.numbers.issues.flatMap((id, index) => {
    const issue = cast.issues.find((each) => each.id === id)
    if (issue === undefined) return []
    const view = viewIssue(reading, { ...sourceOf(reading, issue), isMain: issue.id === cast.mainIssue })
    return [{ number: index + 1, view, somebody: issue.given ? find(issue.statement)?.cluster?.index : undefined }]
  })
}

function sourceOf({ article }: Reading, { statement, evidence }: Issue) {
  const [first] = evidence
  if (first === undefined) return { statement }
  const at = article.text.indexOf(statement, first.start)
  const isVerbatim = at >= 0 && at < first.end
  return {
    statement,
    span: isVerbatim ? { start: at, end: at + statement.length } : { start: first.start, end: first.end },
  }
}

/** A given actor who is the writer of the article holds what the article says in its own voice. */
function authorNumber({ article }: Reading, cast: Cast): number | undefined {
  const called = new Set(['author', 'the author', (article.author ?? 'author').toLowerCase()])
  const index = cast.numbers.actors.findIndex((id) => {
    const actor = cast.actors.find((each) => each.id === id)
    return actor?.given === true && called.has(actor.name.toLowerCase())
  })
  return index < 0 ? undefined : index + 1
}
