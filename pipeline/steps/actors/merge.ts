import { z } from 'zod'
import type { StepInput } from '../../schema/contracts.ts'
import { foldCase } from '../../text/fold-case.ts'
import { wordsOf } from '../../text/words.ts'
import { actorFinder } from './find-actor.ts'
import { ActorsWire, type WireActor, type WireIssue } from './wire.ts'

/** What one window answered. */
export const ActorsPart = z.strictObject({ window: z.int().nonnegative(), wire: ActorsWire })
export type ActorsPart = z.infer<typeof ActorsPart>

const MAX_ACTORS = 24
/** Share of words from which two statements say the same. */
const SAME_ISSUE = 0.4

/**
 * The answers of all windows → one. The same actor of several windows becomes one, those of most windows first. The main issue is
 * the statement that the windows agree on most, from the most salient sentences; the article's beginning counts for more.
 * One answer stays as it is, so that the numbers that a model gave in it still hold.
 */
export function mergeActors(parts: readonly ActorsPart[], input: StepInput): ActorsWire {
  const [first] = parts
  if (first === undefined) return { actors: [], issue: { sentences: [], statement: '' }, otherIssues: [] }
  if (parts.length === 1) return first.wire
  const [issue = first.wire.issue, ...others] = mergeIssues(parts, input)
  return { actors: mergeEach(parts, input), issue, otherIssues: others }
}

function mergeEach(parts: readonly ActorsPart[], { reading }: StepInput): WireActor[] {
  const find = actorFinder(reading)
  const byKey = new Map<string, { actor: WireActor; windows: Set<number> }>()
  for (const { window, wire } of parts) {
    for (const actor of wire.actors) {
      const key = find(actor.name)?.key ?? foldCase(actor.name)
      const known = byKey.get(key)
      known?.windows.add(window)
      byKey.set(key, {
        actor: known ? joined(known.actor, actor) : actor,
        windows: known?.windows ?? new Set([window]),
      })
    }
  }
  return [...byKey.values()]
    .sort((a, b) => b.windows.size - a.windows.size)
    .slice(0, MAX_ACTORS)
    .map(({ actor }) => actor)
}

function joined(a: WireActor, b: WireActor): WireActor {
  return {
    ...a,
    sentences: [...a.sentences, ...b.sentences],
    role: a.role ?? b.role,
    aliases: [...new Set([...a.aliases, ...b.aliases])],
  }
}

type Candidate = { issue: WireIssue; window: number; isMain: boolean; words: ReadonlySet<string>; score: number }

/** The main issue, then at most two that differ from it and from each other. */
function mergeIssues(parts: readonly ActorsPart[], { reading }: StepInput): WireIssue[] {
  const candidates = parts.flatMap(({ window, wire }) =>
    [wire.issue, ...wire.otherIssues]
      .filter(({ statement }) => statement.trim() !== '')
      .map((issue, index): Candidate => {
        const salience = Math.max(0, ...issue.sentences.map((number) => reading.salience[number - 1] ?? 0))
        return { issue, window, isMain: index === 0, words: contentWords(issue.statement), score: salience }
      }),
  )
  for (const candidate of candidates) {
    const votes = candidates.filter((other) => other.window !== candidate.window)
    const agreement = votes.reduce(
      (sum, other) => sum + (other.isMain ? 1 : 0.5) * likeness(candidate.words, other.words),
      0,
    )
    candidate.score += agreement + (candidate.isMain ? 0.5 : 0) + (candidate.window === 0 ? 0.5 : 0)
  }
  const kept: Candidate[] = []
  for (const candidate of candidates.sort((a, b) => b.score - a.score)) {
    const isNew = kept.every((each) => likeness(each.words, candidate.words) < SAME_ISSUE)
    if (kept.length < 3 && isNew) kept.push(candidate)
  }
  return kept.map(({ issue }) => issue)
}

function contentWords(statement: string): ReadonlySet<string> {
  const words = wordsOf(foldCase(statement)).map(({ text }) => text)
  return new Set(words.filter((word) => word.length > 3))
}

/** Share of common words, 0..1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = a.intersection(b).size
  return common === 0 ? 0 : common / Math.min(a.size, b.size)
}
