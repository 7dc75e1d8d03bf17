// Runs a served model over a fixed sample of the gold articles in one or more modes, and prints its scores with intervals beside
// the extractive engine's: what grounding dropped and why, tokens, cached tokens, calls and seconds an article. It can be broken
// off and run again: what the model was asked before is taken from the folder, where every answer of it is kept.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8092/v1 OPENAI_API_KEY=none node bench/real-model/run.ts MODEL FOLDER [OPTIONS]
//   --modes guided,chain,single   which modes                     (default: guided)
//   --half development|test       of the gold set                 (default: development)
//   --articles N                  so many, from all over the half (default: all)
//   --export FILE                 write the articles for the rivals, whose README tells how to run them
//   --docetl FILE --langextract FILE    what the rivals answered: they stand beside ours
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fileLedger } from '../../evals/file-ledger.ts'
import { type GoldArticle, HALVES, readGold } from '../../evals/gold/read-gold.ts'
import type { Scoring } from '../../evals/metrics/metric.ts'
import { type GoldRun, runOnGold } from '../../evals/run-gold.ts'
import { goldMetrics } from '../../evals/scores/all.ts'
import { engineSystem } from '../../evals/systems/engine-system.ts'
import { lead } from '../../evals/systems/lead.ts'
import type { System } from '../../evals/systems/system.ts'
import { openLimiter } from '../../pipeline/engines/open-limiter.ts'
import { read } from '../../pipeline/rules/read.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import { Mode } from '../../pipeline/schema/recipe.ts'
import { readConfig } from '../../workers/config.ts'
import { openEngines } from '../../workers/engines.ts'
import { recipeOf } from '../../workers/recipe-of.ts'
import { faultsOf } from '../faults-of.ts'
import { rivalCounters, rivalSystem } from './rivals/rival-system.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    modes: { type: 'string', default: 'guided' },
    half: { type: 'string', default: 'development' },
    articles: { type: 'string' },
    export: { type: 'string' },
    docetl: { type: 'string' },
    langextract: { type: 'string' },
  },
})
const [model, folder] = positionals
const half = HALVES.find((each) => each === values.half)
if (model === undefined || folder === undefined || half === undefined)
  throw new Error('usage: bench/real-model/run.ts MODEL FOLDER [--modes ...] [--half ...] [--articles N]')

const config = readConfig(process.env, { model })
const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
const ledger = fileLedger(folder)
const gold = sampleOf(await readGold({ halves: [half] }), Number(values.articles ?? Number.POSITIVE_INFINITY))

const runs: GoldRun[] = [await runOnGold(lead, gold), await runOnGold(await systemOf('extractive'), gold)]
if (values.export !== undefined) await writeFile(values.export, gold.map(exported).join(''))
for (const mode of values.modes.split(',').filter((each) => each !== ''))
  runs.push(await timed(await systemOf(Mode.parse(mode)), gold))

const rivals = (['docetl', 'langextract'] as const).flatMap((rival) => {
  const file = values[rival]
  return file === undefined ? [] : [{ rival, file }]
})
const ours = runs.slice(2)
for (const { rival, file } of rivals) runs.push(await runOnGold(await rivalSystem(rival, file), gold))

console.log(`${model}, ${gold.length} gold articles (${half}), 95 % intervals over articles; shares in percent`)
console.table(Object.fromEntries(goldMetrics.map((metric) => [metric.title, rowOf(metric)])))
for (const run of ours) printWork(run)
for (const { rival, file } of rivals) {
  console.log(`\n${rival}`)
  console.table(
    await rivalCounters(
      rival,
      file,
      gold.map(({ article }) => read(article)),
    ),
  )
}

async function systemOf(mode: Mode | 'extractive'): Promise<System> {
  const { engineFor } = engines
  if (mode === 'extractive') {
    return engineSystem('extractive', await recipeOf({ engine: 'extractive' }, { config, engines }), {
      engineFor,
      limiter: openLimiter(),
    })
  }
  const recipe = await recipeOf({ model, mode }, { config, engines })
  return engineSystem(mode, recipe, { engineFor, limiter: openLimiter(), ledger })
}

async function timed(system: System, articles: readonly GoldArticle[]): Promise<GoldRun> {
  let before = performance.now()
  const onArticle = (done: number) => {
    const seconds = (performance.now() - before) / 1000
    before = performance.now()
    console.error(`${system.name} ${done}/${articles.length} ${articles[done - 1]?.id}: ${seconds.toFixed(1)} s`)
  }
  return runOnGold(system, articles, { onArticle })
}

function exported({ article: { id, text, title, language } }: GoldArticle): string {
  return `${JSON.stringify({ id, text, title, language })}\n`
}

/** Articles from all over the half, always the same for the same number. */
function sampleOf(all: readonly GoldArticle[], count: number): GoldArticle[] {
  const step = (index: number) => Math.floor((index * count) / all.length)
  return all.filter((_, index) => count >= all.length || step(index + 1) > step(index))
}

/** A score of every system with its interval. */
function rowOf({ name, unit }: Scoring): Record<string, string> {
  const scale = unit === 'share' ? 100 : 1
  const shown = (value: number) => (value * scale).toFixed(1)
  return Object.fromEntries(
    runs.map(({ system, scores }) => {
      const score = scores.find((each) => each.name === name)
      const interval = score?.interval && ` [${shown(score.interval.low)}, ${shown(score.interval.high)}]`
      return [system, score === undefined ? '' : `${shown(score.value)}${interval ?? ''}`]
    }),
  )
}

/** What the numbers of the table do not tell: promises kept, and what became of claims. */
function printWork({ system, cases }: GoldRun): void {
  const analyses = cases.map(({ analysis }) => analysis)
  const sum = (of: (analysis: Analysis) => number) => analyses.reduce((total, analysis) => total + of(analysis), 0)
  const faults = cases.flatMap(({ analysis, reading }) => faultsOf({ ...reading.article, analysis }))
  const tokensIn = sum(({ usage }) => usage.tokensIn)
  console.log(`\n${system}`)
  console.table({
    'claims without words of the article (must be 0)': faults.length,
    'claims checked': sum(({ grounding }) => grounding.checked),
    'claims repaired': sum(({ grounding }) => grounding.repaired),
    'claims or texts dropped': sum(({ grounding }) => grounding.dropped),
    'calls an article': (sum(({ usage }) => usage.calls) / cases.length).toFixed(1),
    'tokens in an article': Math.round(tokensIn / cases.length),
    'of these cached, %': ((100 * sum(({ usage }) => usage.tokensCached)) / Math.max(1, tokensIn)).toFixed(0),
    'tokens out an article': Math.round(sum(({ usage }) => usage.tokensOut) / cases.length),
  })
  const warnings = analyses.flatMap(({ grounding }) => grounding.warnings)
  console.log('defects:', countBy(analyses.flatMap(({ defects }) => defects.map(({ kind }) => kind))))
  console.log('warnings:', countBy(warnings.map(({ code }) => code)))
  const dropped = warnings.filter(({ code }) => code === 'CLAIM_DROPPED' || code === 'TEXT_DROPPED')
  for (const { message } of dropped) console.log(`- ${message}`)
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
