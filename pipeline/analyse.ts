import { estimateTokens } from './engines/estimate-tokens.ts'
import { memoryLedger } from './engines/memory-ledger.ts'
import { openLimiter } from './engines/open-limiter.ts'
import type { Analysis, Warning } from './schema/analysis.ts'
import { SCHEMA_VERSION } from './schema/analysis.ts'
import type { Account } from './schema/call-contract.ts'
import type { Analyse, Cast, Parts, Step, StepInput } from './schema/contracts.ts'
import { StandpointError } from './schema/errors.ts'
import type { Reading } from './schema/reading.ts'
import { type Recipe, StepName, type StepRecipe } from './schema/recipe.ts'
import { type Journal, type Run, type Settled, settle } from './settle.ts'
import { allSteps } from './steps/all.ts'
import { inSpan } from './traces/in-span.ts'
import { usageOf } from './usage.ts'
import { cutSentences, windowsOf } from './windows.ts'

/**
 * The chain: an article that the rules have read → an analysis whose every line is grounded in it.
 * Actors and issues first, alone, so that the other questions find the article in the provider's cache; then summary, stances
 * and reactions side by side. What fails grounding goes back to the engine once and is dropped if it fails again.
 * @throws StandpointError for faults of the article or the model server; RetryLater when a provider says so
 */
export const analyse: Analyse = async (reading, recipe, options) => {
  const { engineFor, account = ownAccount(reading.article.contentHash), signal, onStep, onCall } = options
  const started = performance.now()
  const windows = windowsOf(reading, recipe.contextTokens, estimateTokens)
  const journal = newJournal()
  const run: Run = {
    input: { reading, recipe, windows },
    journal,
    ask: async (steps, input) => {
      signal?.throwIfAborted()
      const engine = await engineFor(input.recipe.steps[steps[0]?.name ?? 'actors'])
      const answers = await engine.run(steps, input, { account, signal })
      journal.calls.push(...answers.calls)
      for (const call of answers.calls) onCall?.(call)
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
  return { ...analysisOf(parts, run), sample: account.sample }
}

function ownAccount(article: string): Account {
  return { ledger: memoryLedger(), limiter: openLimiter(), sample: 0, lane: 'editorial', article }
}

function newJournal(): Journal {
  return { calls: [], defects: [], warnings: [], checked: 0, repaired: 0, dropped: 0, msByStep: {} }
}

async function askInChain(run: Run): Promise<Partial<Parts>> {
  const [castStep, ...laterSteps] = allSteps
  if (castStep === undefined) throw new StandpointError('INTERNAL', 'There is no step')
  const { parts, cast } = await askStep(castStep, run.input, run)
  const input = { ...run.input, cast: freshNumbers(cast) }
  const later = await allOf(laterSteps.map((step) => askStep(step, input, run)))
  return Object.assign({}, parts, ...later.map((settled) => settled.parts))
}

/** When one fails, the others go on to their end, so that what they ask is answered and kept for the next attempt. */
async function allOf<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(asked)
  return Promise.all(asked)
}

async function askStep(step: Step, input: StepInput, run: Run): Promise<Settled> {
  return inStepSpan(step, async () => {
    run.tell(step.name, 'asked')
    const answers = await run.ask([step], input)
    run.tell(step.name, 'answered')
    return settle(step, step.resolve(answers.wires.get(step.name) ?? step.merge([], input), input), input, run)
  })
}

function inStepSpan(step: Step, act: () => Promise<Settled>): Promise<Settled> {
  return inSpan(`step ${step.name}`, { attributes: { 'standpoint.step': step.name } }, act)
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
    const input = { ...repairing.input, cast: written && freshNumbers(written) }
    const settled = await inStepSpan(step, () => settle(step, resolved, input, repairing))
    written ??= settled.cast
    parts = { ...parts, ...settled.parts }
  }
  return parts
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
  const resting = StepName.options.filter((name) => restsOnRules(recipe.steps[name]))
  if (resting.length > 0 && !reading.hasWordLists) {
    const message = byRules ? noWordLists(reading) : littleFound(reading, resting)
    warnings.push({ code: 'LANGUAGE_UNSUPPORTED', message })
  }
  return warnings
}

const NO_MODEL = 'No language model was used: rules chose sentences of the article and labelled them.'

/** Closed questions offer what the rules have found. */
function restsOnRules({ engine, mode }: StepRecipe): boolean {
  return engine === 'extractive' || mode === 'guided'
}

function littleFound({ language }: Reading, resting: readonly StepName[]): string {
  const parts = resting.join(', ')
  return `There are no word lists for the language "${language}": rules find little there, and these parts rest on them: ${parts}.`
}

function noWordLists({ language }: Reading): string {
  return `There are no word lists for the language "${language}": stances are left unstated and only quotations and a summary are given.`
}
