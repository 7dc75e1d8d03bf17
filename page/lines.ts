import type { Result } from './api.ts'
import type { Rest } from './pieces.ts'

type Analysis = Result['analysis']
export type Side = 'oppose' | 'between' | 'support'
export type Standing = { claim: string; name: string; label: string; voice?: string; rationale?: string }
export type Target = { id: string; name: string; isMain: boolean; sides: Record<Side, Standing[]>; silent: string[] }

const SIDES: Record<string, Side> = { support: 'support', oppose: 'oppose', mixed: 'between', neutral: 'between' }

/** Everything that a line of an analysis rests on. */
export function restsOf({ summary, stances, reactions, issues }: Analysis): Rest[] {
  const lines = [...(summary.headline ? [summary.headline] : []), ...summary.brief, ...summary.keyPoints]
  const quotes = reactions.flatMap(({ id, quote }) =>
    quote ? [{ claim: id, start: quote.start, end: quote.end }] : [],
  )
  return [
    ...[...lines, ...stances, ...reactions, ...issues].flatMap(({ id, evidence }) =>
      evidence.map(({ start, end }) => ({ claim: id, start, end })),
    ),
    ...quotes,
  ]
}

/** Who stands where, by what they stand on: the main issue first, and only targets on which somebody takes a stand. */
export function targetsOf({ actors, issues, stances, mainIssue }: Analysis): Target[] {
  const nameOf = (id: string) =>
    actors.find((actor) => actor.id === id)?.name ?? issues.find((issue) => issue.id === id)?.statement ?? id
  const ids = [
    ...new Set([mainIssue, ...stances.filter(({ label }) => label !== 'unstated').map(({ target }) => target)]),
  ]
  return ids.map((id) => {
    const here = stances.filter(({ target }) => target === id)
    const standing = (side: Side) =>
      here
        .filter(({ label }) => SIDES[label] === side)
        .map(({ id: claim, actor, label, voice, rationale }) => ({
          claim,
          name: nameOf(actor),
          label,
          voice,
          rationale,
        }))
    return {
      id,
      name: nameOf(id),
      isMain: id === mainIssue,
      sides: { oppose: standing('oppose'), between: standing('between'), support: standing('support') },
      silent: here.filter(({ label }) => label === 'unstated').map(({ actor }) => nameOf(actor)),
    }
  })
}

export function actorName({ actors }: Analysis, id: string): string {
  return actors.find((actor) => actor.id === id)?.name ?? id
}
