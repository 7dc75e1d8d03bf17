import { type GoldArticle, HALVES, type Half, readGold } from '../evals/gold/read-gold.ts'
import { type Judge, judgeMetrics, type Verdict } from '../evals/judge/judge.ts'
import { type GoldRun, runOnGold } from '../evals/run-gold.ts'
import { compareRuns, readRun, saveRun, toSaved } from '../evals/saved-run.ts'
import { measureAll, type Score, scoresOf, withGaps } from '../evals/scoreboard.ts'
import { goldMetrics } from '../evals/scores/all.ts'
import { flipMetrics, type Twice } from '../evals/scores/flip-metrics.ts'
import { isAnswered } from '../evals/systems/engine-system.ts'
import { lead } from '../evals/systems/lead.ts'
import { oracle } from '../evals/systems/oracle.ts'
import type { System } from '../evals/systems/system.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { EvalRun } from './eval.ts'
import type { Compared, Judged, Outcome } from './eval-outcome.ts'
import { EXIT, errorText } from './exit.ts'
import { openProgress } from './progress.ts'
import { comparisonTable, scoreTable } from './score-table.ts'
import { print, printJson, tell } from './terminal.ts'

export type GoldFlags = {
  gold?: string
  half?: Half | 'both'
  save?: string
  gate?: string
  html?: string
  twice?: boolean
  judge?: string
}

/** Baselines and system beside each other (the upper bound among them), and what differs from other runs. */
export async function evaluateOnGold(flags: GoldFlags, run: EvalRun): Promise<void> {
  const { save, gate, html, gold: folder, half = 'development' } = flags
  const saved = gate === undefined ? undefined : await readRun(gate)
  const all = await readGold({ folder, halves: half === 'both' ? HALVES : [half] })
  if (run.limit !== undefined && run.limit > all.length)
    tell(`There are ${all.length} articles: all of them are taken.`)
  const gold = evenly(all, run.limit)
  const { runs, mine, rules } = await allRuns(gold, run)
  const anew = flags.twice ? await runOf(run.again, gold, run) : undefined
  if (save !== undefined) {
    await saveRun(mine, save)
    tell(`What was measured is saved in ${save}.`)
  }
  tellUnusable(mine)
  const judged = run.judge && (await judgedRuns(runs, run.judge, run).catch(withoutMarks))
  const gated = saved && compareRuns(saved, mine)
  if (gated?.compared.some(({ comparison }) => comparison.verdict === 'worse')) process.exitCode = EXIT.failed
  const about = aboutOf(gold.length, folder ?? (half === 'both' ? 'both halves' : half))
  const compared: (Compared | undefined)[] = [
    rules && { title: 'This run compared with the rules', ...compareRuns(toSaved(rules), mine) },
    gated && { title: `This run compared with ${gate}`, ...gated },
    anew && { title: 'This run asked anew, compared with the first time', ...compareRuns(toSaved(mine), anew) },
  ]
  const outcome: Outcome = {
    about,
    runs,
    mine,
    compared: compared.filter((one) => one !== undefined),
    flips: anew && flipsOf(mine, anew),
    judged,
  }
  if (html !== undefined) await (await import('./report/write-score-report.ts')).writeScoreReport(outcome, html)
  if (run.json)
    printJson(jsonOf(outcome, { ...(folder === undefined ? { half } : { gold: folder }), articles: gold.length, html }))
  else printTables(outcome, html)
}

function aboutOf(articles: number, which: string): string {
  return articles === 1
    ? `1 gold article (${which}): no intervals`
    : `${articles} gold articles (${which}), 95 % intervals over articles`
}

/** Scores of what was never answered say nothing of a model. */
function tellUnusable({ cases, system }: GoldRun): void {
  const unusable = cases.filter(({ analysis }) => !isAnswered(analysis)).length
  if (unusable === 0) return
  tell(
    `${unusable} of ${cases.length} articles had no usable answer from ${system}: their scores are those of an empty analysis.`,
  )
  if (unusable === cases.length) process.exitCode = EXIT.failed
}

/** The whole list for no limit, else articles from all over it. */
function evenly(gold: readonly GoldArticle[], limit = gold.length): GoldArticle[] {
  const step = (index: number) => Math.floor((index * limit) / gold.length)
  return gold.filter((_, index) => limit >= gold.length || step(index + 1) > step(index))
}

async function allRuns(gold: readonly GoldArticle[], run: EvalRun) {
  const floor = await runOf(lead, gold, run)
  const rules = run.rules && (await runOf(run.rules, gold, run))
  const mine = await runOf(run.system, gold, run)
  const bound = await runOf(oracle, gold, run)
  return { mine, rules, runs: [floor, ...(rules ? [rules] : []), mine, bound] }
}

async function runOf(system: System, gold: readonly GoldArticle[], { json, signal }: EvalRun): Promise<GoldRun> {
  using progress = await openProgress({ isQuiet: json })
  const onArticle = (done: number) =>
    progress.update({ phase: 'analysing', failed: 0, reused: 0, total: gold.length, done })
  return await runOnGold(system, gold, { signal, onArticle })
}

/** What was measured is not thrown away because the judge is out. */
function withoutMarks(error: unknown): undefined {
  if (!(error instanceof StandpointError) || error.code === 'CANCELLED') throw error
  tell(errorText(error))
  process.exitCode = EXIT.failed
}

/** A model's opinion of the summaries of all but the upper bound, which is told the answer. */
async function judgedRuns(runs: readonly GoldRun[], judge: Judge, { json, signal }: EvalRun): Promise<Judged> {
  const asked = runs.filter(({ system }) => system !== oracle.name)
  const total = asked.reduce((sum, { cases }) => sum + cases.length, 0)
  using progress = await openProgress({ isQuiet: json })
  const systems: Judged['systems'][number][] = []
  let done = 0
  for (const { system, cases } of asked) {
    const verdicts: (Verdict | undefined)[] = []
    for (const one of cases) {
      signal.throwIfAborted()
      verdicts.push(await judge.judge(one))
      progress.update({ phase: 'analysing', failed: 0, reused: 0, total, done: ++done })
    }
    systems.push({ system, scores: scoresOf(measureAll(judgeMetrics, verdicts)) })
  }
  const marks = systems.reduce((sum, { scores }) => sum + scores.length, 0)
  if (marks === 0) tell(`The model ${judge.model} gave no marks that can be read: there is nothing to show of it.`)
  return { model: judge.model, systems }
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
  for (const one of compared) print(comparisonTable(one))
  if (flips) print(`\n${scoreTable('Asked twice', flipMetrics, [{ system: mine.system, scores: flips }])}`)
  if (judged)
    print(
      `\n${scoreTable(`Marks that the model ${judged.model} gives, which are its opinion`, judgeMetrics, judged.systems)}`,
    )
  if (html) print(`\nEverything, article by article: ${html}`)
}
