import type { ActorId, Stance, Warning } from '../../schema/analysis.ts'
import type { Cast, Claim, Complaint, Parts, Resolved, StepInput, Window } from '../../schema/contracts.ts'
import type { Evidence } from '../../schema/span.ts'
import { repairSentences } from '../repair-items.ts'
import { withEvidence } from '../with-evidence.ts'
import { pairKey, pairsOf } from './pairs.ts'
import { nameOf } from './resolve.ts'

/** A stance claims that the cited words concern its actor; an unstated one claims nothing. */
export function claimsOfStances({ stances = [] }: Partial<Parts>, cast: Cast | undefined): Claim[] {
  return stances
    .filter(({ label }) => label !== 'unstated')
    .map((stance) => ({
      id: stance.id,
      step: 'stances',
      name: `the stance of ${nameOf(cast, stance.actor)} towards ${nameOf(cast, stance.target)} ("${stance.label}")`,
      texts: stance.rationale === undefined ? [] : [{ field: 'rationale', text: stance.rationale, essential: false }],
      evidence: stance.evidence,
      concerns: [stance.actor],
    }))
}

/** Asked stances that are less sure than `below`, and those left unstated because they were: both carry their actor's sentences. */
export function doubtsOfStances(
  { stances = [] }: Partial<Parts>,
  { cast, recipe, windows }: StepInput,
  below: number,
): Complaint[] {
  if (cast === undefined || stances.every(({ confidence }) => confidence === undefined)) return []
  const asked = new Set(pairsOf(cast, recipe).map(pairKey))
  return stances
    .filter((stance) => asked.has(pairKey(stance)))
    .filter(({ label, confidence }) => (confidence === undefined ? label === 'unstated' : confidence.value < below))
    .map(({ id, actor, target, label, evidence }) => ({
      claim: id,
      step: 'stances',
      item: `the stance of ${nameOf(cast, actor)} towards ${nameOf(cast, target)} ("${label}")`,
      message: 'It is not sure: read again what the actor says and does, and label it anew.',
      sentences: sentencesOf(actor, evidence, { cast, windows }),
      doubted: { actor, target },
    }))
}

/** Where the actor is named, in the window of the evidence; without any, in the one that names the actor most. */
function sentencesOf(
  actor: ActorId,
  evidence: readonly Evidence[],
  { cast, windows }: { cast: Cast; windows: readonly Window[] },
): number[] {
  const mentions = cast.actors.find(({ id }) => id === actor)?.mentions ?? []
  const named = [...new Set(mentions.map(({ sentence }) => sentence))]
  const cited = evidence.length > 0 ? evidence.map(({ sentence }) => sentence) : named
  const shown = new Set(repairSentences([{ sentences: cited }], windows))
  return named.filter((sentence) => shown.has(sentence)).slice(0, MAX_NAMED)
}

const MAX_NAMED = 5

/** A rationale is removed; a stance becomes unstated. */
export function dropOfStances(
  { stances = [], ...parts }: Partial<Parts>,
  { claim, field, item, message }: Complaint,
): Resolved {
  const change = field === 'rationale' ? withoutRationale : unstated
  const warning: Warning = {
    code: field === 'rationale' ? 'TEXT_DROPPED' : 'CLAIM_DROPPED',
    message: `${item}: ${message}`,
    step: 'stances',
    claim,
  }
  return {
    parts: { ...parts, stances: stances.map((stance) => (stance.id === claim ? change(stance) : stance)) },
    warnings: [warning],
  }
}

function withoutRationale({ rationale: _, ...stance }: Stance): Stance {
  return stance
}

function unstated({ id, actor, target }: Stance): Stance {
  return { id, actor, target, label: 'unstated', evidence: [] }
}

export function reciteStances(
  { stances = [], ...parts }: Partial<Parts>,
  claim: string,
  evidence: readonly Evidence[],
): Partial<Parts> {
  return { ...parts, stances: withEvidence(stances, claim, evidence) }
}

/**
 * Takes the second answer for the same actor and target, unless it has fallen again. "unstated" is an answer to a doubt; what
 * failed a check is dropped to it with a reason.
 */
export function mendStances(
  { stances = [], ...parts }: Partial<Parts>,
  failed: readonly Complaint[],
  repaired: Partial<Parts>,
  { fallen, model }: { fallen: ReadonlySet<string>; model?: string },
) {
  const faulty = new Map(Map.groupBy(failed, ({ claim }) => claim))
  const again = new Map(repaired.stances?.map((stance) => [pairKey(stance), stance]))
  const mended: string[] = []
  const mendedStances = stances.map((stance) => {
    const faults = faulty.get(stance.id)
    const fresh = again.get(pairKey(stance))
    const onlyText = faults?.every(({ field }) => field !== undefined)
    if (faults === undefined || fresh === undefined || fallen.has(fresh.id)) return stance
    if (fresh.label === 'unstated' && !faults.every(({ doubted }) => doubted)) return stance
    if (onlyText && fresh.rationale === undefined) return stance
    mended.push(stance.id)
    return { ...fresh, id: stance.id, ...(model !== undefined && { model }) }
  })
  return { parts: { ...parts, stances: mendedStances }, mended }
}

/** All unstated is a true absence where the rules see nobody take a side either. */
export function reviewStances({ stances = [], actors = [] }: Partial<Parts>, { reading, cast }: StepInput): Warning[] {
  if (stances.some(({ label }) => label !== 'unstated')) return []
  if ((cast?.actors ?? actors).length === 0) return [none('There is no actor whose stance could be asked')]
  if (reading.cues.every(({ holder }) => holder === undefined)) return [none('The article shows nobody taking a side')]
  return [{ code: 'PART_EMPTY', message: 'No stance could be kept; all are unstated', step: 'stances' }]
}

function none(message: string): Warning {
  return { code: 'NONE_FOUND', message, step: 'stances', note: true }
}
