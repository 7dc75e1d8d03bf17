// Runs a served model over an archive in one or more modes and tells what came of it. Resumable: an article and mode that
// stand in the results file are not asked again.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8092/v1 OPENAI_API_KEY=none node bench/real-model.ts MODEL OUT [ARCHIVE] [MODES]
import { appendFile, readFile } from 'node:fs/promises'
import { openArchive } from '../archive/open-archive.ts'
import { analyse } from '../pipeline/analyse.ts'
import { read } from '../pipeline/rules/read.ts'
import { Result } from '../pipeline/schema/analysis.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { faultsOf } from './faults-of.ts'

const [model, out, archive = 'samples/archive', modes = 'chain,single'] = process.argv.slice(2)
if (model === undefined || out === undefined) throw new Error('usage: bench/real-model.ts MODEL OUT [ARCHIVE] [MODES]')

const config = readConfig(process.env, { model })
const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
const done = await resultsIn(out)

for (const mode of modes.split(',')) {
  if (mode !== 'chain' && mode !== 'single') throw new Error(`There is no mode ${mode}`)
  const recipe = await recipeOf({ model, mode }, { config, engines })
  for await (const record of (await openArchive(archive, { stdin: process.stdin })).records()) {
    if (record.kind === 'fault' || done.some((run) => run.id === record.article.id && run.mode === mode)) continue
    const article = toArticle(record.article)
    const started = performance.now()
    const analysis = await analyse(read(article), recipe, { engineFor: engines.engineFor(recipe) })
    const run = {
      id: article.id,
      mode,
      seconds: (performance.now() - started) / 1000,
      result: { ...article, analysis },
    }
    done.push(run)
    await appendFile(out, `${JSON.stringify(run)}\n`)
    console.error(`${mode} ${article.id}: ${run.seconds.toFixed(0)} s, ${faultsOf(run.result).length} faults`)
  }
}

for (const mode of modes.split(','))
  printTable(
    mode,
    done.filter((run) => run.mode === mode),
  )

type Run = { id: string; mode: string; seconds: number; result: Result }

async function resultsIn(path: string): Promise<Run[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const { id, mode, seconds, result } = JSON.parse(line)
    return { id: String(id), mode: String(mode), seconds: Number(seconds), result: Result.parse(result) }
  })
}

function printTable(mode: string, runs: readonly Run[]): void {
  const analyses = runs.map((run) => run.result.analysis)
  const sum = (of: (analysis: Result['analysis']) => number) =>
    analyses.reduce((total, analysis) => total + of(analysis), 0)
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  const checked = sum((a) => a.grounding.checked)
  console.log(`\n${model}, mode ${mode}, ${runs.length} articles`)
  console.table({
    'valid against the schema': runs.length,
    'claims that are not grounded (must be 0)': runs.flatMap((run) => faultsOf(run.result)).length,
    'claims checked': checked,
    'claims repaired': sum((a) => a.grounding.repaired),
    'claims or texts dropped': sum((a) => a.grounding.dropped),
    'stances stated / all': `${sum((a) => a.stances.filter((s) => s.label !== 'unstated').length)} / ${sum((a) => a.stances.length)}`,
    reactions: sum((a) => a.reactions.length),
    'articles with an empty summary': analyses.filter((a) => a.summary.brief.length === 0).length,
    'calls an article': (sum((a) => a.usage.calls) / runs.length).toFixed(1),
    'tokens in an article': Math.round(sum((a) => a.usage.tokensIn) / runs.length),
    'of these cached': `${(
      (100 * sum((a) => a.usage.tokensCached)) /
        Math.max(
          1,
          sum((a) => a.usage.tokensIn),
        )
    ).toFixed(0)} %`,
    'tokens out an article': Math.round(sum((a) => a.usage.tokensOut) / runs.length),
    'seconds an article, median': median(runs.map((run) => run.seconds)).toFixed(0),
  })
  console.log('defects:', countBy(analyses.flatMap((a) => a.defects.map((defect) => defect.kind))))
  console.log('warnings:', countBy(analyses.flatMap((a) => a.grounding.warnings.map((warning) => warning.code))))
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
