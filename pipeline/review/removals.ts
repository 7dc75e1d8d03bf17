import type { Analysis, Stance } from '../schema/analysis.ts'
import { pairKey, pairsOf } from '../steps/stances/pairs.ts'
import { castOf } from './cast.ts'
import type { Edited, Editing } from './edit.ts'
import { fault } from './fault.ts'
import { linesOf, withLine } from './lines.ts'

/** Takes a claim out, whatever it is. Whether others still speak of it is looked at when all corrections are made. */
export function remove(analysis: Analysis, claim: string, editing: Editing): Edited {
  const line = linesOf(analysis.summary).find(({ id }) => id === claim)
  if (line) return withLine(analysis, line, undefined)
  const stance = analysis.stances.find(({ id }) => id === claim)
  if (stance) return removeStance(analysis, stance, editing)
  const reactions = analysis.reactions.filter(({ id }) => id !== claim)
  if (reactions.length < analysis.reactions.length) return { ...analysis, reactions }
  return removeFromCast(analysis, claim)
}

/** A pair that every analysis answers is unstated then, unless its actor or issue goes as well. */
function removeStance(analysis: Analysis, stance: Stance, { isRemoved }: Editing): Analysis {
  const { id, actor, target } = stance
  const asked = new Set(pairsOf(castOf(analysis), analysis.recipe).map(pairKey))
  const stays = asked.has(pairKey(stance)) && !isRemoved(actor) && !isRemoved(target)
  const unstated: Stance = { id, actor, target, label: 'unstated', evidence: [] }
  return { ...analysis, stances: analysis.stances.flatMap((each) => (each !== stance ? each : stays ? unstated : [])) }
}

function removeFromCast(analysis: Analysis, claim: string): Edited {
  const actor = analysis.actors.find(({ id }) => id === claim)
  const issue = analysis.issues.find(({ id }) => id === claim)
  if ((actor ?? issue)?.given) return fault(`${actor?.name ?? issue?.statement} was asked for by the recipe.`)
  if (actor) return { ...analysis, actors: analysis.actors.filter((each) => each !== actor) }
  if (claim === analysis.mainIssue) return fault('An analysis has a main issue.', 'Correct its statement and evidence.')
  if (issue) return { ...analysis, issues: analysis.issues.filter((each) => each !== issue) }
  return fault(`There is no claim ${claim}.`)
}
