import { ground } from './ground/ground.ts'
import type { Defect, Warning } from './schema/analysis.ts'
import type { Call } from './schema/call-contract.ts'
import type { Answers, Cast, Complaint, Parts, Resolved, Step, StepInput } from './schema/contracts.ts'
import { StandpointError } from './schema/errors.ts'
import type { StepName, StepRecipe } from './schema/recipe.ts'
import { sentencesAsEvidence } from './steps/cite.ts'

/** What happened while an article was analysed. */
export type Journal = {
  calls: Call[]
  defects: Defect[]
  warnings: Warning[]
  checked: number
  repaired: number
  dropped: number
  msByStep: Partial<Record<StepName, number>>
}

/** The analysis of one article. */
export type Run = {
  input: StepInput
  journal: Journal
  ask(steps: readonly Step[], input: StepInput): Promise<Answers>
  tell(step: StepName, phase: 'asked' | 'answered' | 'repairing' | 'settled'): void
}

export type Settled = { parts: Partial<Parts>; cast: Cast | undefined }

/** Grounds what a step resolved, has the faulty claims repaired once, and drops what still fails. */
export async function settle(step: Step, resolved: Resolved, input: StepInput, run: Run): Promise<Settled> {
  const { journal } = run
  let parts = resolved.parts
  const castOf = () => (resolved.cast ? castAfter(parts, resolved.cast) : input.cast)
  const check = () => {
    const cast = castOf()
    const claims = step.claims(parts, cast)
    return { claims, complaints: ground(claims, { reading: input.reading, cast }) }
  }
  journal.warnings.push(...resolved.warnings)
  let { claims, complaints } = check()
  journal.checked += claims.length
  if (complaints.length > 0) {
    const { parts: recited, moved } = recite(step, parts, complaints, input, castOf())
    parts = recited
    journal.repaired += moved.length
    journal.warnings.push(...moved)
    complaints = check().complaints
  }
  const { larger, below } = input.recipe.steps[step.name]
  const doubts = larger && below !== undefined ? (step.doubts?.(parts, input, below) ?? []) : []
  const failed = [...complaints, ...doubts]
  if (failed.length > 0) {
    run.tell(step.name, 'repairing')
    const again = { ...(larger ? askedOf(larger, step, input) : input), complaints: failed }
    const { parts: repaired, mended, moved } = await repair(step, parts, failed, again, run)
    parts = repaired
    journal.repaired += mended
    journal.warnings.push(...moved)
    if (larger)
      journal.warnings.push(escalated(step, { asked: claimsOf(failed), mended, model: larger.model ?? larger.engine }))
    complaints = check().complaints
  }
  // A drop degrades a claim to less, in the end to words of the article, which always pass.
  for (let round = 0; complaints.length > 0; round++) {
    if (round === MAX_DROP_ROUNDS)
      throw new StandpointError('INTERNAL', `The ${step.name} step never drops: ${complaints[0]?.message}`)
    for (const complaint of complaints) {
      const dropped = step.drop(parts, complaint, input)
      parts = dropped.parts
      journal.warnings.push(...dropped.warnings)
      journal.dropped += 1
    }
    complaints = check().complaints
  }
  journal.warnings.push(...step.review(parts, input))
  run.tell(step.name, 'settled')
  return { parts, cast: castOf() }
}

const MAX_DROP_ROUNDS = 4

/** The same, of the larger model that the recipe names for a step; the calibration is the first one's. */
function askedOf(larger: StepRecipe, step: Step, input: StepInput): StepInput {
  const { recipe } = input
  return { ...input, recipe: { ...recipe, calibration: undefined, steps: { ...recipe.steps, [step.name]: larger } } }
}

/** One claim may fail several checks, and be not sure beside. */
function claimsOf(complaints: readonly Complaint[]): number {
  return new Set(complaints.map(({ claim }) => claim)).size
}

function escalated(
  { name }: Step,
  { asked, mended, model }: { asked: number; mended: number; model: string },
): Warning {
  const what = asked === 1 ? '1 claim that was' : `${asked} claims that were`
  const message = `${what} not sure, or failed a check, went to ${model}: it settled ${mended}.`
  return { code: 'ESCALATED', note: true, step: name, message }
}

/**
 * Where the article says in another sentence what a claim does not find in its own, that sentence becomes its evidence, if the
 * claim stands then: a model is not asked for what the check has found.
 */
function recite(
  step: Step,
  parts: Partial<Parts>,
  complaints: readonly Complaint[],
  { reading }: StepInput,
  cast: Cast | undefined,
): { parts: Partial<Parts>; moved: Warning[] } {
  const misplaced = complaints.filter(({ cite }) => cite !== undefined)
  const move = (from: Partial<Parts>, { claim, cite = [] }: Complaint) =>
    step.recite(from, claim, sentencesAsEvidence(cite, reading))
  const tried = misplaced.reduce(move, parts)
  const tries = step.claims(tried, cast).filter(({ id }) => misplaced.some(({ claim }) => claim === id))
  const failed = new Set(ground(tries, { reading, cast }).map(({ claim }) => claim))
  const standing = misplaced.filter(({ claim }) => !failed.has(claim))
  return { parts: standing.reduce(move, parts), moved: standing.map(movedNote) }
}

function movedNote({ step, claim, item, message }: Complaint): Warning {
  return { code: 'EVIDENCE_MOVED', note: true, message: `${item}: ${message} It is cited now.`, step, claim }
}

/** Tells the engine what is wrong with which claims, once; of its second answer only what is grounded is used. */
async function repair(
  step: Step,
  parts: Partial<Parts>,
  complaints: readonly Complaint[],
  input: StepInput,
  run: Run,
): Promise<{ parts: Partial<Parts>; mended: number; moved: Warning[] }> {
  const wire = (await run.ask([step], input)).wires.get(step.name)
  if (wire === undefined) return { parts, mended: 0, moved: [] }
  const again = step.resolve(wire, input)
  const cast = again.cast ?? input.cast
  const check = (of: Partial<Parts>) => ground(step.claims(of, cast), { reading: input.reading, cast })
  const { parts: recited, moved } = recite(step, again.parts, check(again.parts), input, cast)
  let repaired = recited
  const failing = check(repaired)
  for (const complaint of failing) repaired = step.drop(repaired, complaint, input).parts
  const fallen = new Set(failing.flatMap(({ claim, field }) => (field === undefined ? [claim] : [])))
  const result = step.mend(parts, complaints, repaired, { fallen, model: otherModel(step, input, run) })
  const mended = result.mended.length
  // The second answer has ids of its own.
  const notes = mended > 0 ? moved.map(({ claim: _, ...note }) => note) : []
  return { parts: result.parts, mended, moved: notes }
}

/** Whom a repair asked, where it is not the step's own model. */
function otherModel({ name }: Step, { recipe }: StepInput, { input }: Run): string | undefined {
  const { model } = recipe.steps[name]
  return model === input.recipe.steps[name].model ? undefined : model
}

/** The cast after claims of it were repaired or dropped; the numbers of dropped actors and issues lead nowhere. */
function castAfter(parts: Partial<Parts>, before: Cast): Cast {
  const actors = parts.actors ?? []
  const issues = parts.issues ?? []
  const ids = new Set([...actors, ...issues].map((item) => item.id))
  return {
    actors,
    issues,
    mainIssue: parts.mainIssue ?? before.mainIssue,
    numbers: {
      actors: before.numbers.actors.map((id) => (id !== undefined && ids.has(id) ? id : undefined)),
      issues: before.numbers.issues.map((id) => (id !== undefined && ids.has(id) ? id : undefined)),
    },
  }
}
