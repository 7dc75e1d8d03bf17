// Fits how much a model's odds, its favourite labels and the rules' labels weigh in a stance (pipeline/steps/stances/join-odds.ts),
// and shows what the weights are worth on articles that had no part in them: each article by weights of the others, and `--check`.
// What the model was asked before is taken from the folder, where every answer of it is kept.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8092/v1 OPENAI_API_KEY=none node bench/real-model/fit-stances.ts MODEL FOLDER [OPTIONS]
//   --fit development|test|GOLD     articles to fit to: a half of ours, or a folder of annotated articles; repeatable
//   --check development|test|GOLD   articles to check on; repeatable
//   --export FILE                   what the model and the rules said of every actor, beside gold, as JSON
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fileLedger } from '../../evals/file-ledger.ts'
import { openLimiter } from '../../pipeline/engines/open-limiter.ts'
import { STANCE_WEIGHTS } from '../../pipeline/steps/stances/join-odds.ts'
import { readConfig } from '../../workers/config.ts'
import { openEngines } from '../../workers/engines.ts'
import { recipeOf } from '../../workers/recipe-of.ts'
import { goldAt } from './gold-at.ts'
import { fitWeights, leavingOneOut } from './stances/fit-weights.ts'
import { heardOf } from './stances/heard.ts'
import { printWorth } from './stances/print-worth.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    fit: { type: 'string', multiple: true, default: [] },
    check: { type: 'string', multiple: true, default: [] },
    export: { type: 'string' },
  },
})
const [model, folder] = positionals
if (model === undefined || folder === undefined)
  throw new Error('usage: bench/real-model/fit-stances.ts MODEL FOLDER [--fit ...] [--check ...]')

const config = readConfig(process.env, { model })
const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
const recipe = await recipeOf({ model, mode: 'guided' }, { config, engines })
const asking = { recipe, engineFor: engines.engineFor(recipe), ledger: fileLedger(folder), limiter: openLimiter() }

const fitting = await heardIn(values.fit)
const checking = await heardIn(values.check)
if (values.export !== undefined) await writeFile(values.export, JSON.stringify({ fitting, checking }))
printWorth('as the weights are now, on the articles to fit to', fitting, () => STANCE_WEIGHTS)
printWorth('as the weights are now, on the articles to check on', checking, () => STANCE_WEIGHTS)
if (fitting.length > 0) {
  const fitted = fitWeights(fitting)
  console.dir(fitted, { depth: 3 })
  printWorth('fitted, each article by weights of the others', fitting, leavingOneOut(fitting))
  printWorth('fitted, on the articles to check on', checking, () => fitted)
}

async function heardIn(places: readonly string[]) {
  const heard = []
  for (const place of places) {
    for (const one of await goldAt(place)) heard.push(...(await heardOf(one, asking)))
  }
  return heard
}
