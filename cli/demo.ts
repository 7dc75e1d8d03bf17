import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArchive } from '../archive/open-archive.ts'
import { Article } from '../pipeline/schema/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { analyseArchive } from './batch.ts'
import { batchText } from './batch-text.ts'
import { exitCodeOf, printError } from './exit.ts'
import { printAnalysis } from './print-analysis.ts'
import { writeReport } from './report/write-report.ts'
import { resultsIn } from './results-file.ts'
import { print, tell, terminal } from './terminal.ts'

const FOLDER = 'demo-out'
const out = join(FOLDER, 'results.jsonl')
const html = join(FOLDER, 'report.html')

/** The sample archive through the embedded queue, by rules alone: whatever the environment names, no model is asked. */
async function demo(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const config = readConfig({}, { dataFolder: join(FOLDER, 'data') })
  const engines = openEngines(config)
  const recipe = await recipeOf({ engine: 'extractive' }, { config, engines })
  const archive = await openArchive(fileURLToPath(new URL('../samples/archive', import.meta.url)), {
    stdin: process.stdin,
  })
  tell(`Analysing ${archive.files.length} files of samples/archive, through the queue that comes with Standpoint …`)
  const summary = await analyseArchive({ records: archive.records(), recipe, config, engines, out, text: true })
  await writeReport(resultsIn(out), html, { title: 'The sample archive' })
  await printFirst()
  print(`\n${batchText(summary, { out, html, failures: [] })}`)
  print(`Open ${html} in a browser: every line lights the words of the article that support it.`)
}

async function printFirst(): Promise<void> {
  for await (const result of resultsIn(out)) {
    const { analysis, ...article } = result
    print(`\n${printAnalysis(Article.parse(article), analysis, terminal())}`)
    return
  }
}

try {
  await demo()
} catch (error) {
  printError(error, { json: false })
  process.exitCode = exitCodeOf(error)
}
