import { datasetNamed } from '../evals/datasets/all.ts'
import { type Dataset, type DatasetScores, scoreDataset } from '../evals/datasets/dataset.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { EvalRun } from './eval.ts'
import { openProgress } from './progress.ts'
import { scoreTable } from './score-table.ts'
import { print, printJson } from './terminal.ts'

export type DatasetFlags = { dataset?: string; data?: string }

/** @throws StandpointError OPTION_INVALID where there is no such data set, or no folder is named for it */
export function checkDataset({ dataset: asked = '', data }: DatasetFlags): { dataset: Dataset; data: string } {
  const dataset = datasetNamed(asked)
  if (data !== undefined) return { dataset, data }
  throw new StandpointError('OPTION_INVALID', 'A data set needs the folder that holds its file', {
    where: `--dataset ${asked}`,
    fix: 'Give it with --data FOLDER: a folder with dev.jsonl or test.jsonl.',
  })
}

/** Scores an engine on a public data set, beside the trivial answer and what was published. */
export async function evaluateOnDataset(flags: DatasetFlags, run: EvalRun): Promise<void> {
  const { dataset, data } = checkDataset(flags)
  const { file, rows, ...scores } = await scored(dataset, data, run)
  const { name, title, anchors, metrics, baseline, byRules } = dataset
  const sides = {
    system: { name: byRules === undefined ? run.system.name : 'extractive', scores: scores.system },
    baseline: { name: baseline, scores: scores.baseline },
  }
  if (run.json) {
    printJson({ dataset: name, file, rows, ...sides, byRules, anchors })
    return
  }
  const columns = [sides.baseline, sides.system].map(({ name, scores }) => ({ system: name, scores }))
  print(scoreTable(`${title}, ${rows} rows of ${file}, 95 % intervals`, metrics, columns))
  if (byRules !== undefined) print(`The same with every engine: ${byRules}.`)
  for (const anchor of anchors) print(`Published: ${anchor}`)
}

async function scored(
  dataset: Dataset,
  folder: string,
  { system, signal, json, limit }: EvalRun,
): Promise<DatasetScores> {
  using progress = await openProgress({ isQuiet: json })
  const onRow = (done: number, total: number) =>
    progress.update({ phase: 'analysing', total, done, failed: 0, reused: 0 })
  return await scoreDataset(dataset, system, { folder, limit, signal, onRow })
}
