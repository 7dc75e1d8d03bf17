// Fits how much a model's odds, its favourite labels and the rules' labels weigh in a stance (pipeline/steps/stances/join-odds.ts),
// and shows what the weights are worth on articles that had no part in them: each article by weights of the others, and `--check`.
// What the model was asked before is taken from the folder, where every answer of it is kept.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8092/v1 OPENAI_API_KEY=none node bench/real-model/fit-stances.ts MODEL FOLDER [OPTIONS]
//   --fit development|test|GOLD     articles to fit to: a half of ours, or a folder of annotated articles; repeatable
//   --seen development|test|GOLD    the same, of articles that the rules were made with: their labels are righter there; repeatable
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
import { type Heard, heardOf } from './stances/heard.ts'
import { printThreshold, printWorth } from './stances/print-worth.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    fit: { type: 'string', multiple: true, default: [] },
    seen: { type: 'string', multiple: true, default: [] },
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

const places = [...(await heardAt(values.seen, { isSeen: true })), ...(await heardAt(values.fit))]
const checked = await heardAt(values.check)
const fitting = places.flatMap(({ heard }) => heard)
if (values.export !== undefined) await writeFile(values.export, JSON.stringify({ places, checked }))
for (const { place, heard } of [...places, ...checked])
  printWorth(`${place}, as the weights are now`, heard, () => STANCE_WEIGHTS)
if (fitting.length > 0) {
  const fitted = fitWeights(fitting)
  console.dir(fitted, { depth: 3 })
  const others = leavingOneOut(fitting)
  for (const { place, heard } of places) printWorth(`${place}, each article by weights of the others`, heard, others)
  printThreshold(fitting, others)
  for (const { place, heard } of checked) printWorth(`${place}, by these weights`, heard, () => fitted)
}

async function heardAt(places: readonly string[], { isSeen } = { isSeen: false }) {
  const all: { place: string; heard: Heard[] }[] = []
  for (const place of places) {
    const heard: Heard[] = []
    for (const one of await goldAt(place)) heard.push(...(await heardOf(one, { ...asking, isSeen })))
    all.push({ place, heard })
  }
  return all
}
