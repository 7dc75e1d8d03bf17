import type { Actor, Issue, Warning } from '../../schema/analysis.ts'
import type { Claim, Complaint, Parts, Resolved, StepInput } from '../../schema/contracts.ts'
import type { Evidence } from '../../schema/span.ts'
import { withEvidence } from '../with-evidence.ts'
import { replaced, salientIssue } from './resolve.ts'

/** Sentences that may support a role: the first that name the actor. */
const MAX_ROLE_EVIDENCE = 8

/** Names and aliases come from the article itself; roles and statements are what a model wrote. */
export function claimsOfActors({ actors = [], issues = [], mainIssue }: Partial<Parts>): Claim[] {
  const roles = actors.map(
    (actor): Claim => ({
      id: actor.id,
      step: 'actors',
      name: `the actor ${actor.name}`,
      texts: actor.role === undefined ? [] : [{ field: 'role', text: actor.role, essential: false }],
      evidence: actor.mentions.slice(0, MAX_ROLE_EVIDENCE),
      concerns: [],
    }),
  )
  const statements = issues
    .filter(({ given }) => given !== true)
    .map(
      (issue): Claim => ({
        id: issue.id,
        step: 'actors',
        name: issue.id === mainIssue ? 'the main issue' : `the issue ${issue.id}`,
        texts: [{ field: 'statement', text: issue.statement, essential: true }],
        evidence: issue.evidence,
        concerns: [],
      }),
    )
  return [...roles.filter(({ texts }) => texts.length > 0), ...statements]
}

/** A role is removed; a main issue becomes the most salient sentence; another issue, or a whole actor, is left out. */
export function dropOfActors(parts: Partial<Parts>, complaint: Complaint, { reading }: StepInput): Resolved {
  const { claim, field, message, item } = complaint
  const actor = parts.actors?.find(({ id }) => id === claim)
  if (actor && field === 'role') {
    const actors = parts.actors?.map((each) => (each === actor ? withoutRole(each) : each))
    return {
      parts: { ...parts, actors },
      warnings: [warning('TEXT_DROPPED', `The role of ${actor.name}: ${message}`, claim)],
    }
  }
  if (actor) {
    const actors = parts.actors?.filter((each) => each !== actor)
    return { parts: { ...parts, actors }, warnings: [warning('CLAIM_DROPPED', `${item}: ${message}`)] }
  }
  if (claim === parts.mainIssue) {
    const issues = parts.issues?.map((issue) => (issue.id === claim ? { id: claim, ...salientIssue(reading) } : issue))
    return { parts: { ...parts, issues }, warnings: [replaced(claim, message)] }
  }
  const issues = parts.issues?.filter(({ id }) => id !== claim)
  return { parts: { ...parts, issues }, warnings: [warning('CLAIM_DROPPED', `${item}: ${message}`)] }
}

function withoutRole({ role: _, ...actor }: Actor): Actor {
  return actor
}

function warning(code: Warning['code'], message: string, claim?: string): Warning {
  return { code, message, step: 'actors', ...(claim !== undefined && { claim }) }
}

/** Only issues have evidence that was cited. */
export function reciteActors(
  { issues = [], ...parts }: Partial<Parts>,
  claim: string,
  evidence: readonly Evidence[],
): Partial<Parts> {
  return { ...parts, issues: withEvidence(issues, claim, evidence) }
}

/** Takes roles by name and statements by their place (main, first other, second other) from the second answer. */
export function mendActors(parts: Partial<Parts>, failed: readonly Complaint[], repaired: Partial<Parts>) {
  const faulty = new Set(failed.map(({ claim }) => claim))
  const mended: string[] = []
  const actors = parts.actors?.map((actor) => {
    const role = repaired.actors?.find(({ name }) => name === actor.name)?.role
    if (!faulty.has(actor.id) || role === undefined) return actor
    mended.push(actor.id)
    return { ...actor, role }
  })
  const fresh = (repaired.issues ?? []).filter(isWritten)
  const spare = fresh.filter(({ id }) => id !== repaired.mainIssue)
  const issues = parts.issues?.map((issue) => {
    if (!faulty.has(issue.id) || issue.given === true) return issue
    const again = issue.id === parts.mainIssue ? fresh.find(({ id }) => id === repaired.mainIssue) : spare.shift()
    if (again === undefined) return issue
    mended.push(issue.id)
    return { ...again, id: issue.id }
  })
  return { parts: { ...parts, actors, issues }, mended }
}

/** Neither given nor the sentence that stands for a missing statement. */
function isWritten({ given, statement, evidence }: Issue): boolean {
  return given !== true && evidence.every(({ text }) => text !== statement)
}

/** An article without a single actor is told from one in which none was found. */
export function reviewActors({ actors = [] }: Partial<Parts>, { reading }: StepInput): Warning[] {
  if (actors.length > 0) return []
  if (reading.names.some(({ canAct }) => canAct)) {
    return [{ code: 'PART_EMPTY', message: 'No actor was found, although the article names some', step: 'actors' }]
  }
  return [{ code: 'NONE_FOUND', message: 'The article names nobody who acts', step: 'actors', note: true }]
}
