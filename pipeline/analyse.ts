import { estimateTokens } from './engines/estimate-tokens.ts'
import { ground } from './ground/ground.ts'
import type { Analysis, Defect, Warning } from './schema/analysis.ts'
import { SCHEMA_VERSION } from './schema/analysis.ts'
import type { Analyse, Answers, Call, Cast, Complaint, Parts, Resolved, Step, StepInput } from './schema/contracts.ts'
import { StandpointError } from './schema/errors.ts'
import type { Reading } from './schema/reading.ts'
import type { Recipe, StepName } from './schema/recipe.ts'
import { allSteps } from './steps/all.ts'
import { usageOf } from './usage.ts'
import { cutSentences, windowsOf } from './windows.ts'

/**
 * The chain: an article that the rules have read → an analysis whose every line is grounded in it.
 * Actors and issues first, alone, so that the other questions find the article in the provider's cache; then summary, stances
 * and reactions side by side. What fails grounding goes back to the engine once and is dropped if it fails again.
 * @throws StandpointError for faults of the article or the model server; RetryLater when a provider says so
 */
export const analyse: Analyse = async (reading, recipe, { engineFor, sample = 0, signal, onStep }) => {
  const started = performance.now()
  const windows = windowsOf(reading, recipe.contextTokens, estimateTokens)
  const journal = newJournal()
  const run: Run = {
    input: { reading, recipe, windows },
    journal,
    ask: async (steps, input) => {
      signal?.throwIfAborted()
      const engine = await engineFor(recipe.steps[steps[0]?.name ?? 'actors'])
      const answers = await engine.run(steps, input, { signal })
      journal.calls.push(...answers.calls)
      journal.defects.push(...answers.defects)
      journal.warnings.push(...answers.warnings)
      return answers
    },
    tell: (step, phase) => {
      const ms = performance.now() - started
      if (phase === 'settled') journal.msByStep[step] = ms
      onStep?.({ step, phase, ms })
    },
  }
  const parts = isSingle(recipe) && windows.length === 1 ? await askAtOnce(run) : await askInChain(asChain(run))
  return { ...analysisOf(parts, run), sample }
}

type Journal = {
  calls: Call[]
  defects: Defect[]
  warnings: Warning[]
  checked: number
  repaired: number
  dropped: number
  msByStep: Partial<Record<StepName, number>>
}

type Run = {
  input: StepInput
  journal: Journal
  ask(steps: readonly Step[], input: StepInput): Promise<Answers>
  tell(step: StepName, phase: 'asked' | 'answered' | 'repairing' | 'settled'): void
}

function newJournal(): Journal {
  return { calls: [], defects: [], warnings: [], checked: 0, repaired: 0, dropped: 0, msByStep: {} }
}

async function askInChain(run: Run): Promise<Partial<Parts>> {
  const [castStep, ...laterSteps] = allSteps
  if (castStep === undefined) throw new StandpointError('INTERNAL', 'There is no step')
  const { parts, cast } = await askStep(castStep, run.input, run)
  const input = { ...run.input, cast: freshNumbers(cast) }
  const later = await Promise.all(laterSteps.map((step) => askStep(step, input, run)))
  return Object.assign({}, parts, ...later.map((settled) => settled.parts))
}

async function askStep(step: Step, input: StepInput, run: Run): Promise<Settled> {
  run.tell(step.name, 'asked')
  const answers = await run.ask([step], input)
  run.tell(step.name, 'answered')
  return settle(step, step.resolve(answers.wires.get(step.name) ?? step.merge([], input), input), input, run)
}

/** Mode `single`: all wires come from one call; the numbers in them are those of the list that the model wrote itself. */
async function askAtOnce(run: Run): Promise<Partial<Parts>> {
  for (const step of allSteps) run.tell(step.name, 'asked')
  const { wires } = await run.ask(allSteps, run.input)
  for (const step of allSteps) run.tell(step.name, 'answered')
  const repairing = asChain(run)
  let parts: Partial<Parts> = {}
  let written: Cast | undefined
  for (const step of allSteps) {
    const wire = wires.get(step.name) ?? step.merge([], run.input)
    const resolved = step.resolve(wire, { ...run.input, cast: written })
    const settled = await settle(
      step,
      resolved,
      { ...repairing.input, cast: written && freshNumbers(written) },
      repairing,
    )
    written ??= settled.cast
    parts = { ...parts, ...settled.parts }
  }
  return parts
}

type Settled = { parts: Partial<Parts>; cast: Cast | undefined }

/** Grounds what a step resolved, has the faulty claims repaired once, and drops what still fails. */
async function settle(step: Step, resolved: Resolved, input: StepInput, run: Run): Promise<Settled> {
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
    run.tell(step.name, 'repairing')
    const { parts: repaired, mended } = await repair(step, parts, complaints, { ...input, complaints }, run)
    parts = repaired
    journal.repaired += mended
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

/** Tells the engine what is wrong with which claims, once; of its second answer only what is grounded is used. */
async function repair(
  step: Step,
  parts: Partial<Parts>,
  complaints: readonly Complaint[],
  input: StepInput,
  run: Run,
): Promise<{ parts: Partial<Parts>; mended: number }> {
  const wire = (await run.ask([step], input)).wires.get(step.name)
  if (wire === undefined) return { parts, mended: 0 }
  const again = step.resolve(wire, input)
  let repaired = again.parts
  const cast = again.cast ?? input.cast
  for (const complaint of ground(step.claims(repaired, cast), { reading: input.reading, cast })) {
    repaired = step.drop(repaired, complaint, input).parts
  }
  const result = step.mend(parts, complaints, repaired)
  return { parts: result.parts, mended: result.mended.length }
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

/** Numbers in the order of the lists: what a model is shown after the cast was settled. */
function freshNumbers(cast: Cast | undefined): Cast {
  if (cast === undefined) throw new StandpointError('INTERNAL', 'The first step gave no cast')
  return {
    ...cast,
    numbers: { actors: cast.actors.map((actor) => actor.id), issues: cast.issues.map((issue) => issue.id) },
  }
}

function isSingle(recipe: Recipe): boolean {
  return Object.values(recipe.steps).every((step) => step.mode === 'single')
}

/** The same run with every step asked apart: what `single` becomes on several windows and in a repair. */
function asChain(run: Run): Run {
  const { recipe, windows } = run.input
  if (!isSingle(recipe)) return run
  if (windows.length > 1) {
    run.journal.defects.push({ step: 'actors', kind: 'single-as-chain', detail: `${windows.length} windows` })
  }
  const steps = { ...recipe.steps }
  for (const { name } of allSteps) steps[name] = { ...steps[name], mode: 'chain' }
  return { ...run, input: { ...run.input, recipe: { ...recipe, steps } } }
}

function analysisOf(parts: Partial<Parts>, { input, journal }: Run): Omit<Analysis, 'sample'> {
  const { reading, recipe } = input
  const { calls, checked, repaired, dropped, msByStep } = journal
  return {
    schemaVersion: SCHEMA_VERSION,
    contentHash: reading.article.contentHash,
    language: reading.language,
    recipe,
    actors: parts.actors ?? [],
    issues: parts.issues ?? [],
    mainIssue: parts.mainIssue ?? 'i1',
    summary: parts.summary ?? { brief: [], keyPoints: [] },
    stances: parts.stances ?? [],
    reactions: parts.reactions ?? [],
    grounding: { checked, repaired, dropped, warnings: [...warningsOf(input), ...journal.warnings] },
    defects: journal.defects,
    usage: usageOf(calls, msByStep),
  }
}

/** What is to be said of the article and the way of reading it, whatever the steps found. */
function warningsOf({ reading, recipe, windows }: StepInput): Warning[] {
  const warnings: Warning[] = reading.incomplete.map((reason) => ({
    code: 'ARTICLE_INCOMPLETE',
    message: `The text may be only a fragment of the article: ${reason}`,
  }))
  const cut = cutSentences(reading, windows)
  if (cut.length > 0) {
    warnings.push({
      code: 'ARTICLE_CUT',
      message: `${cut.length} sentences are each too long for the model and were not read`,
    })
  }
  const byRules = Object.values(recipe.steps).every((step) => step.engine === 'extractive')
  if (byRules) warnings.push({ code: 'NO_MODEL', note: true, message: NO_MODEL })
  if (byRules && !reading.hasWordLists) warnings.push({ code: 'LANGUAGE_UNSUPPORTED', message: noWordLists(reading) })
  return warnings
}

const NO_MODEL = 'No language model was used: rules chose sentences of the article and labelled them.'

function noWordLists({ language }: Reading): string {
  return `There are no word lists for the language "${language}": stances are left unstated and only quotations and a summary are given.`
}
