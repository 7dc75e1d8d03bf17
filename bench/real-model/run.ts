// Runs a served model over a fixed sample of the gold articles in one or more modes, and prints its scores with intervals beside
// the extractive engine's: what grounding dropped and why, tokens, cached tokens, calls and seconds an article. In place of the
// gold articles it takes the sample archive or public data. It can be broken off and run again: what the model was asked before is
// taken from the folder, where every answer of it is kept.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8092/v1 OPENAI_API_KEY=none node bench/real-model/run.ts MODEL FOLDER [OPTIONS]
//   --modes guided,chain,single   which modes                     (default: guided)
//   --gold development|test|FOLDER    a half of ours, or a folder of annotated articles (default: development)
//   --articles N                  so many, from all over them     (default: all)
//   --samples                     the sample archive, which has no gold: what the model cost and what became of its claims
//   --data NAME=FOLDER            the first rows of a public data set; repeatable
//   --rows N                      how many                        (default: 20)
//   --export FILE                 write the articles for the rivals, whose README tells how to run them
//   --docetl FILE --langextract FILE    what the rivals answered: they stand beside ours
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { datasetNamed } from '../../evals/datasets/all.ts'
import { scoreDataset } from '../../evals/datasets/dataset.ts'
import { fileLedger } from '../../evals/file-ledger.ts'
import type { GoldArticle } from '../../evals/gold/read-gold.ts'
import { type GoldRun, runOnGold } from '../../evals/run-gold.ts'
import type { Score } from '../../evals/scoreboard.ts'
import { goldMetrics } from '../../evals/scores/all.ts'
import { engineSystem } from '../../evals/systems/engine-system.ts'
import { lead } from '../../evals/systems/lead.ts'
import type { System } from '../../evals/systems/system.ts'
import { openLimiter } from '../../pipeline/engines/open-limiter.ts'
import { read } from '../../pipeline/rules/read.ts'
import { Mode } from '../../pipeline/schema/recipe.ts'
import { toArticle } from '../../pipeline/text/article.ts'
import { readConfig } from '../../workers/config.ts'
import { openEngines } from '../../workers/engines.ts'
import { recipeOf } from '../../workers/recipe-of.ts'
import { sampleArchive } from '../sample-articles.ts'
import { goldAt } from './gold-at.ts'
import { type Analysed, printScores, printWork } from './print-run.ts'
import { rivalCounters, rivalSystem } from './rivals/rival-system.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    modes: { type: 'string', default: 'guided' },
    gold: { type: 'string', default: 'development' },
    articles: { type: 'string' },
    samples: { type: 'boolean', default: false },
    data: { type: 'string', multiple: true, default: [] },
    rows: { type: 'string', default: '20' },
    export: { type: 'string' },
    docetl: { type: 'string' },
    langextract: { type: 'string' },
  },
})
const [model, folder] = positionals
if (model === undefined || folder === undefined)
  throw new Error('usage: bench/real-model/run.ts MODEL FOLDER [--modes ...] [--gold ...] [--articles N]')

const config = readConfig(process.env, { model })
const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
const ledger = fileLedger(folder)
const modes = values.modes.split(',').filter((each) => each !== '')
const RIVALS = ['docetl', 'langextract'] as const

if (values.samples) await runSamples()
else if (values.data.length > 0) for (const data of values.data) await runData(data)
else await runGold(values.gold)

async function runGold(place: string): Promise<void> {
  const gold = sampleOf(await goldAt(place), Number(values.articles ?? Number.POSITIVE_INFINITY))
  if (values.export !== undefined) await writeFile(values.export, gold.map(exported).join(''))
  const runs: GoldRun[] = [await runOnGold(lead, gold), await runOnGold(await systemOf('extractive'), gold)]
  const ours: GoldRun[] = []
  for (const mode of modes) ours.push(await timed(await systemOf(Mode.parse(mode)), gold))
  runs.push(...ours)
  const rivals = RIVALS.flatMap((rival) => {
    const file = values[rival]
    return file === undefined ? [] : [{ rival, file }]
  })
  for (const { rival, file } of rivals) runs.push(await runOnGold(await rivalSystem(rival, file), gold))

  console.log(`${model}, ${gold.length} gold articles (${place}), 95 % intervals over articles; shares in percent`)
  printScores(
    goldMetrics,
    runs.map(({ system, scores }) => ({ name: system, scores })),
  )
  for (const { system, cases } of ours) printWork(system, cases)
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
}

async function runSamples(): Promise<void> {
  const archive = sampleOf(await sampleArchive(), Number(values.articles ?? Number.POSITIVE_INFINITY))
  const readings = archive.map((article) => read(toArticle(article)))
  for (const mode of modes) {
    const system = await systemOf(Mode.parse(mode))
    const done: Analysed[] = []
    for (const reading of readings) {
      const before = performance.now()
      done.push({ reading, analysis: await system.analyse(reading) })
      tellArticle(system, { done: done.length, of: readings.length, id: reading.article.id, before })
    }
    printWork(`${model}, ${mode}, the sample archive`, done)
  }
}

async function runData(asked: string): Promise<void> {
  const [name = '', folder = ''] = asked.split('=')
  const dataset = datasetNamed(name)
  const [limit, columns] = [Number(values.rows), [] as { name: string; scores: Score[] }[]]
  for (const mode of ['extractive', ...Mode.options.filter((each) => modes.includes(each))] as const) {
    const system = await systemOf(mode)
    let before = performance.now()
    const onRow = (done: number, of: number) => {
      if (mode !== 'extractive') tellArticle(system, { done, of, id: name, before })
      before = performance.now()
    }
    const { rows, file, system: scores, baseline } = await scoreDataset(dataset, system, { folder, limit, onRow })
    if (columns.length === 0) {
      console.log(`${model}, ${dataset.title}: the first ${rows} rows of ${basename(file)}`)
      columns.push({ name: dataset.baseline, scores: baseline })
    }
    columns.push({ name: mode, scores })
  }
  printScores(dataset.metrics, columns)
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
    tellArticle(system, { done, of: articles.length, id: articles[done - 1]?.id ?? '', before })
    before = performance.now()
  }
  return runOnGold(system, articles, { onArticle })
}

type Told = { done: number; of: number; id: string; before: number }

function tellArticle({ name }: System, { done, of, id, before }: Told): void {
  console.error(`${name} ${done}/${of} ${id}: ${((performance.now() - before) / 1000).toFixed(1)} s`)
}

function exported({ article: { id, text, title, language } }: GoldArticle): string {
  return `${JSON.stringify({ id, text, title, language })}\n`
}

/** Articles from all over a set, always the same for the same number. */
function sampleOf<T>(all: readonly T[], count: number): T[] {
  const step = (index: number) => Math.floor((index * count) / all.length)
  return all.filter((_, index) => count >= all.length || step(index + 1) > step(index))
}
