import type { ActorId, Stance, TargetId, Warning } from '../../schema/analysis.ts'
import type { Cast, Resolved, StepInput } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import type { Recipe } from '../../schema/recipe.ts'
import { actorAt, targetAt } from '../cast-numbers.ts'
import { cite } from '../cite.ts'
import { writtenText } from '../written-text.ts'
import { latestPosition } from './latest-position.ts'
import { pairKey, pairsOf } from './pairs.ts'
import type { StancesWire, WireStance } from './wire.ts'

/**
 * Numbers → stances, one for an actor and a target. A label without a sentence of the article is no label: the stance is unstated.
 * Pairs that were asked for and have no answer are unstated too, with a warning; of other pairs only what is stated is kept.
 * An actor has no stance towards itself.
 */
export function resolveStances(wire: StancesWire, { cast, reading, recipe, complaints }: StepInput): Resolved {
  if (cast === undefined) return { parts: { stances: [] }, warnings: [] }
  const warnings: Warning[] = []
  const written = wire.stances.flatMap((item) => stanceOf(item, { cast, reading, recipe, warnings }) ?? [])
  const byPair = Map.groupBy(written, pairKey)
  const asked = pairsOf(cast, recipe)
  const missing = complaints ? [] : asked.filter((pair) => !byPair.has(pairKey(pair)))
  warnings.push(...unanswered(missing, byPair.size === 0, cast))
  const askedKeys = new Set(asked.map(pairKey))
  const chosen = [...byPair.values()]
    .flatMap((positions) => latestPosition(positions) ?? [])
    .filter((stance) => stance.label !== 'unstated' || askedKeys.has(pairKey(stance)))
  const stances = inOrder([...chosen, ...missing.map(unstated)], cast).map(({ at: _, ...stance }, index) => ({
    id: `s${index + 1}`,
    ...stance,
  }))
  return { parts: { stances }, warnings }
}

type Written = Omit<Stance, 'id'> & { at: number }
type Context = { cast: Cast; reading: Reading; recipe: Recipe; warnings: Warning[] }

function stanceOf(item: WireStance, { cast, reading, recipe, warnings }: Context): Written | undefined {
  const actor = actorAt(cast, item.actor)
  const target = targetAt(cast, item.target)
  if (actor === undefined || target === undefined) {
    const which = actor === undefined ? `actor ${item.actor}` : `target "${item.target.slice(0, 20)}"`
    warnings.push(invalid(`A stance was left out: there is no ${which}`))
    return undefined
  }
  if (actor === target) return undefined
  const measured = item.confidence !== undefined && {
    confidence: { value: item.confidence, calibrated: recipe.calibration !== undefined },
  }
  if (item.label === 'unstated') return { ...unstated({ actor, target }), ...measured }
  const what = `The stance of ${nameOf(cast, actor)} towards ${nameOf(cast, target)} ("${item.label}")`
  const evidence = cite(item.sentences, reading, { step: 'stances', what, warnings })
  const [first] = evidence
  if (first === undefined) {
    warnings.push(invalid(`${what} cites no sentence of the article; it is unstated`))
    return unstated({ actor, target })
  }
  const rationale = writtenText(item.rationale)
  return {
    actor,
    target,
    label: item.label,
    voice: item.voice ?? 'narrator',
    ...(rationale !== '' && rationale.length <= MAX_RATIONALE_LENGTH && { rationale }),
    evidence,
    ...measured,
    at: first.start,
  }
}

const MAX_RATIONALE_LENGTH = 400

function unstated({ actor, target }: { actor: ActorId; target: TargetId }): Written {
  return { actor, target, label: 'unstated', evidence: [], at: 0 }
}

/** Towards the main issue first, then given ones, other issues and actors; within a target in the order of the actors. */
function inOrder(stances: readonly Written[], cast: Cast): Written[] {
  const targets = [cast.mainIssue, ...cast.issues.map(({ id }) => id), ...cast.actors.map(({ id }) => id)]
  const actors = cast.actors.map(({ id }) => id)
  return [...stances].sort(
    (a, b) =>
      targets.indexOf(a.target) - targets.indexOf(b.target) || actors.indexOf(a.actor) - actors.indexOf(b.actor),
  )
}

function unanswered(missing: readonly { actor: ActorId; target: TargetId }[], all: boolean, cast: Cast): Warning[] {
  if (missing.length > 0 && all) return [{ ...notAnswered, message: 'No stance was answered; all are unstated' }]
  return missing.map(({ actor, target }) => ({
    ...notAnswered,
    message: `The stance of ${nameOf(cast, actor)} towards ${nameOf(cast, target)} was not answered; it is unstated`,
  }))
}

const notAnswered = { code: 'UNANSWERED', step: 'stances' } as const

/** What a reader calls an actor or issue. */
export function nameOf(cast: Cast | undefined, id: ActorId | TargetId): string {
  if (id === cast?.mainIssue) return 'the main issue'
  const actor = cast?.actors.find((each) => each.id === id)?.name
  const statement = cast?.issues.find((each) => each.id === id)?.statement
  return actor ?? (statement === undefined ? id : `"${statement}"`)
}

function invalid(message: string): Warning {
  return { code: 'ITEM_INVALID', message, step: 'stances' }
}
