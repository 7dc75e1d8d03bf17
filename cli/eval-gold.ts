import { type GoldArticle, HALVES, type Half, readGold } from '../evals/gold/read-gold.ts'
import { type Judge, judgeMetrics, type Verdict } from '../evals/judge/judge.ts'
import { type GoldRun, runOnGold } from '../evals/run-gold.ts'
import { compareRuns, readRun, saveRun, sharedArticles, toSaved } from '../evals/saved-run.ts'
import { measureAll, type Score, scoresOf, withGaps } from '../evals/scoreboard.ts'
import { goldMetrics } from '../evals/scores/all.ts'
import { flipMetrics, type Twice } from '../evals/scores/flip-metrics.ts'
import { lead } from '../evals/systems/lead.ts'
import { oracle } from '../evals/systems/oracle.ts'
import type { System } from '../evals/systems/system.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { EvalRun } from './eval.ts'
import { type CalibrationFlags, targetOf, writeCalibration } from './eval-calibration.ts'
import type { Compared, Judged, Outcome } from './eval-outcome.ts'
import { type EvalProgress, openEvalProgress } from './eval-progress.ts'
import { EXIT, errorText } from './exit.ts'
import { comparisonTables, scoreTable } from './score-table.ts'
import { print, printJson, tell } from './terminal.ts'

export type GoldFlags = CalibrationFlags & {
  gold?: string
  half?: Half | 'both'
  save?: string
  gate?: string
  html?: string
  twice?: boolean
  judge?: string
}

/**
 * The annotated articles that the flags name, ours where they name none; of a limit, articles from all over them.
 * @throws StandpointError GOLD_INVALID, and OPTION_INVALID for a half of a folder that has none
 */
export async function goldOf({ gold: folder, half }: GoldFlags, limit?: number): Promise<GoldArticle[]> {
  const all = await readGold({ folder, halves: half === 'both' ? HALVES : [half ?? 'development'] })
  if (half !== undefined && all.every((one) => one.half === undefined)) {
    throw new StandpointError('OPTION_INVALID', 'This folder has no halves', {
      where: `--gold ${folder} --half ${half}`,
      fix: 'Leave --half out, or put the articles into folders "development" and "test" in it.',
    })
  }
  if (limit !== undefined && limit > all.length) tell(`There ${countText(all.length)}, fewer than --limit ${limit}.`)
  return evenly(all, limit)
}

function countText(articles: number): string {
  return articles === 1 ? 'is 1 article' : `are ${articles} articles`
}

/** Baselines and system beside each other (the upper bound among them), and what differs from other runs. */
export async function evaluateOnGold(gold: readonly GoldArticle[], flags: GoldFlags, run: EvalRun): Promise<void> {
  const { save, gate, html } = flags
  const saved = gate === undefined ? undefined : await readRun(gate)
  if (saved) sharedArticles(saved, gold)
  const { runs, mine, rules, anew, larger, judged } = await allRuns(gold, flags, run)
  if (save !== undefined) tell(`What was measured is saved in ${save}.`)
  if (flags.calibrate !== undefined) {
    await writeCalibration(mine, {
      file: flags.calibrate,
      target: targetOf(flags),
      model: run.model ?? '',
      larger,
    })
  }
  const gated = saved && compareRuns(saved, mine)
  if (gated?.compared.some(({ comparison }) => comparison.verdict === 'worse')) process.exitCode = EXIT.failed
  const compared: (Compared | undefined)[] = [
    rules && { title: 'This run compared with the rules', ...compareRuns(toSaved(rules), mine) },
    gated && { title: `This run compared with ${gate}`, ...gated },
    anew && { title: 'This run asked anew, compared with the first time', ...compareRuns(toSaved(mine), anew) },
  ]
  const outcome: Outcome = {
    about: aboutOf(gold, flags),
    runs,
    mine,
    compared: compared.filter((one) => one !== undefined),
    flips: anew && flipsOf(mine, anew),
    judged,
  }
  if (html !== undefined) await (await import('./report/write-score-report.ts')).writeScoreReport(outcome, html)
  if (run.json) printJson(jsonOf(outcome, { gold: flags.gold, half: halfOf(gold), articles: gold.length, html }))
  else printTables(outcome, html)
}

function aboutOf(gold: readonly GoldArticle[], { gold: folder }: GoldFlags): string {
  const half = halfOf(gold)
  const which = [folder, half === 'both' ? 'both halves' : half].filter((one) => one !== undefined).join(', ')
  return gold.length === 1
    ? `1 gold article (${which}): no intervals`
    : `${gold.length} gold articles (${which}), 95 % intervals over articles`
}

/** Undefined in a folder without halves. */
function halfOf(gold: readonly GoldArticle[]): Half | 'both' | undefined {
  const halves = new Set(gold.map(({ half }) => half))
  return halves.size > 1 ? 'both' : gold[0]?.half
}

/** The whole list for no limit, else articles from all over it. */
function evenly(gold: readonly GoldArticle[], limit = gold.length): GoldArticle[] {
  const step = (index: number) => Math.floor((index * limit) / gold.length)
  return gold.filter((_, index) => limit >= gold.length || step(index + 1) > step(index))
}

/** Everybody on every article, one after another; what was measured of the system is saved before others are asked. */
async function allRuns(gold: readonly GoldArticle[], { save, twice }: GoldFlags, run: EvalRun) {
  const { larger, judge } = run
  const systems = [lead, run.rules, run.system, oracle, twice && run.again, larger?.system].filter(Boolean).length
  const judgedSystems = judge === undefined ? 0 : run.rules === undefined ? 2 : 3
  using progress = await openEvalProgress(
    { articles: gold.length, runs: systems + judgedSystems },
    { isQuiet: run.json },
  )
  const on = (system: System) => runOf(system, gold, { run, progress })
  const floor = await on(lead)
  const rules = run.rules && (await on(run.rules))
  const mine = await on(run.system)
  const runs = [floor, ...(rules ? [rules] : []), mine, await on(oracle)]
  if (save !== undefined) await saveRun(mine, save)
  const anew = twice ? await on(run.again) : undefined
  const taken = larger && { model: larger.model, run: await on(larger.system) }
  const judged =
    judge && (await judgedRuns(runs, judge, { run, progress }).catch((error) => withoutMarks(error, progress)))
  return { mine, rules, runs, anew, larger: taken, judged }
}

type Running = { run: EvalRun; progress: EvalProgress }

function runOf(system: System, gold: readonly GoldArticle[], { run: { signal }, progress }: Running): Promise<GoldRun> {
  return runOnGold(system, gold, { signal, onArticle: () => progress.done(system.name) })
}

/** What was measured is not thrown away because the judge is out. */
function withoutMarks(error: unknown, progress: EvalProgress): undefined {
  if (!(error instanceof StandpointError) || error.code === 'CANCELLED') throw error
  progress[Symbol.dispose]()
  tell(errorText(error))
  process.exitCode = EXIT.failed
}

/** A model's opinion of the summaries of all but the upper bound, which is told the answer. */
async function judgedRuns(
  runs: readonly GoldRun[],
  judge: Judge,
  { run: { signal }, progress }: Running,
): Promise<Judged | undefined> {
  const asked = runs.filter(({ system }) => system !== oracle.name)
  const total = asked.reduce((sum, { cases }) => sum + cases.length, 0)
  const systems: Judged['systems'][number][] = []
  let marked = 0
  for (const { system, cases } of asked) {
    const verdicts: (Verdict | undefined)[] = []
    for (const one of cases) {
      signal.throwIfAborted()
      const verdict = await judge.judge(one)
      if (verdict !== undefined) marked++
      verdicts.push(verdict)
      progress.done(`${judge.model} marks ${system}`)
    }
    systems.push({ system, scores: scoresOf(measureAll(judgeMetrics, verdicts)) })
  }
  if (marked < total) tellUnmarked(judge.model, marked, total)
  return marked === 0 ? undefined : { model: judge.model, systems }
}

function tellUnmarked(model: string, marked: number, total: number): void {
  if (marked > 0) {
    tell(
      `The judge ${model} gave no marks that can be read to ${total - marked} of ${total} summaries: they are left out.`,
    )
    return
  }
  tell(`The judge ${model} gave no marks that can be read to any of ${total} summaries: there is no table of them.`)
  process.exitCode = EXIT.failed
}

function flipsOf(first: GoldRun, second: GoldRun): Score[] {
  const pairs = first.cases.flatMap((one, index): Twice[] => {
    const other = second.cases[index]
    return other === undefined ? [] : [[one, other]]
  })
  return scoresOf(measureAll(flipMetrics, pairs))
}

function jsonOf(
  { runs, compared, flips, judged }: Outcome,
  about: { half?: string; gold?: string; articles: number; html?: string },
) {
  return { ...about, systems: withGaps(runs), compared, flips, judged }
}

function printTables({ about, runs, mine, compared, flips, judged }: Outcome, html: string | undefined): void {
  print(scoreTable(about, goldMetrics, runs))
  if (compared.length > 0) print(comparisonTables(compared))
  if (flips) print(`\n${scoreTable('Asked twice', flipMetrics, [{ system: mine.system, scores: flips }])}`)
  if (judged)
    print(
      `\n${scoreTable(`Marks that the model ${judged.model} gives, which are its opinion`, judgeMetrics, judged.systems)}`,
    )
  if (html) print(`\nEverything, article by article: ${html}`)
}
