import { abstentionsIn } from '../../rules/abstentions.ts'
import { bearingOn, type IssueView, viewIssue } from '../../rules/issue-view.ts'
import { numbersOfNames } from '../../rules/name-numbers.ts'
import type { Issue, StanceLabel, Voice } from '../../schema/analysis.ts'
import type { Cast, StepInput } from '../../schema/contracts.ts'
import type { PolarityCue, Reading } from '../../schema/reading.ts'
import { pairsOf } from './pairs.ts'
import type { StancesWire, WireStance } from './wire.ts'

/** A cue weaker than this decides nothing. */
const THRESHOLD = 0.3
/** Positions that nobody asked for are given only where they are clear. */
const CLEAR = 0.5
const MAX_DIRECTED = 14

/**
 * Stances from words of attitude: every actor towards the main issue (`unstated` where nothing shows it), the given questions,
 * and the clearest positions between actors and on the other issues.
 */
export function extractStances({ reading, recipe, cast }: StepInput): StancesWire {
  if (cast === undefined) return { stances: [] }
  const positions = positionsOf(reading, cast)
  const asked = new Set<string>()
  const stances = pairsOf(cast, recipe).flatMap(({ actor, target }): WireStance[] => {
    const number = cast.numbers.actors.indexOf(actor) + 1
    const name = `I${cast.numbers.issues.indexOf(target) + 1}`
    if (asked.has(`${number} ${name}`)) return []
    asked.add(`${number} ${name}`)
    return [decide(number, name, positions.get(`${number} ${name}`) ?? [])]
  })
  const given = new Set(recipe.targets.map((_, index) => `I${index + 1}`))
  const further = [...positions.entries()]
    .filter(([key]) => !asked.has(key) && !given.has(splitKey(key)[1]))
    .map(([key, found]) => ({ stance: decide(...splitKey(key), found), strength: topStrength(found) }))
    .filter(({ stance, strength }) => stance.label !== 'unstated' && stance.label !== 'neutral' && strength >= CLEAR)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MAX_DIRECTED)
  return { stances: [...stances, ...further.map(({ stance }) => stance)] }
}

function splitKey(key: string): [number, string] {
  const [actor, target] = key.split(' ')
  return [Number(actor), target ?? '']
}

type Position = { sentence: number; at: number; label: StanceLabel; strength: number; voice: Voice }

/** Every position that the article shows, by "actor target" as the wire numbers them. */
function positionsOf(reading: Reading, cast: Cast): Map<string, Position[]> {
  const numbers = numbersOfNames(reading, cast)
  const author = authorNumber(reading, cast)
  const issues = issuesOf(reading, cast)
  const positions = new Map<string, Position[]>()
  const add = (actor: number | undefined, target: string, position: Position) => {
    if (actor === undefined || position.strength < THRESHOLD || target === `A${actor}`) return
    const key = `${actor} ${target}`
    positions.set(key, [...(positions.get(key) ?? []), position])
  }
  for (const cue of reading.cues) {
    const actor = cue.holder === undefined ? author : numbers.get(cue.holder)
    const towards = cue.target === undefined ? undefined : numbers.get(cue.target)
    if (towards !== undefined) add(actor, `A${towards}`, positionOf(cue, 1, false))
    for (const { number, view } of issues) {
      const { weight, inverted } = bearingOn(reading, view, cue)
      if (weight > 0) add(actor, `I${number}`, positionOf(cue, weight, inverted))
    }
  }
  for (const { number, view } of issues)
    for (const [actor, position] of deedsOf(view, numbers, reading)) add(actor, `I${number}`, position)
  const main = issues.find(({ view }) => view.isMain)
  for (const { name, sentence, start } of abstentionsIn(reading)) {
    if (main)
      add(numbers.get(name), `I${main.number}`, {
        sentence,
        at: start,
        label: 'neutral',
        strength: 0.5,
        voice: 'narrator',
      })
  }
  return positions
}

function positionOf(cue: PolarityCue, weight: number, inverted: boolean): Position {
  const isFor = (cue.polarity === 'positive') !== inverted
  return {
    sentence: cue.sentence,
    at: cue.start,
    label: isFor ? 'support' : 'oppose',
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

type NumberedIssue = { number: number; view: IssueView }

function issuesOf(reading: Reading, cast: Cast): NumberedIssue[] {
  return cast.numbers.issues.flatMap((id, index) => {
    const issue = cast.issues.find((each) => each.id === id)
    return issue
      ? [
          {
            number: index + 1,
            view: viewIssue(reading, { ...sourceOf(reading, issue), isMain: issue.id === cast.mainIssue }),
          },
        ]
      : []
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

const VOICES: readonly Voice[] = ['self', 'narrator', 'reported']

/** One label of all positions: from the best voice, of the latest clear position; `mixed` only where one sentence shows both. */
function decide(actor: number, target: string, found: readonly Position[]): WireStance {
  const sided = found.filter(({ label }) => label !== 'neutral')
  const pool = sided.length > 0 ? sided : found
  const voice = VOICES.find((each) => pool.some((position) => position.voice === each))
  if (voice === undefined) return { actor, target, sentences: [], voice: null, label: 'unstated', rationale: null }
  const heard = pool.filter((position) => position.voice === voice)
  const top = topStrength(heard)
  const clear = heard.filter(({ strength }) => strength >= 0.55 * top).sort((a, b) => a.at - b.at)
  const last = clear.at(-1)
  const isMixed = clear.some(({ label, sentence }) => sentence === last?.sentence && label !== last.label)
  const label = isMixed ? 'mixed' : (last?.label ?? 'unstated')
  const shown = clear.filter((position) => isMixed || position.label === label).sort((a, b) => b.strength - a.strength)
  const sentences = [...new Set(shown.map(({ sentence }) => sentence + 1))].slice(0, 3).sort((a, b) => a - b)
  return { actor, target, sentences, voice, label, rationale: null }
}

function topStrength(positions: readonly Position[]): number {
  return positions.reduce((top, { strength }) => Math.max(top, strength), 0)
}
