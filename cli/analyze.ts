import { analyse } from '../pipeline/analyse.ts'
import { read } from '../pipeline/rules/read.ts'
import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'
import type { Account, Ledger } from '../pipeline/schema/call-contract.ts'
import type { StepEvent } from '../pipeline/schema/contracts.ts'
import { recipeHash } from '../pipeline/schema/hash.ts'
import { leadingStep } from '../pipeline/schema/recipe.ts'
import { inSpan } from '../pipeline/traces/in-span.ts'
import type { Config } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { limiterOver } from '../workers/limits/limiter.ts'
import { memoryLimits } from '../workers/limits/memory-limits.ts'
import { createLog } from '../workers/log.ts'
import { openTraces } from '../workers/traces.ts'
import { firstArticle } from './first-article.ts'
import { onInterrupt } from './interrupt.ts'
import { type CommonFlags, type RecipeFlags, settingsOf } from './options.ts'
import { printAnalysis } from './print-analysis.ts'
import { recipeFor } from './recipe-for.ts'
import { print, printJson, tell, terminal } from './terminal.ts'
import { openUnfinished } from './unfinished.ts'

/**
 * Analyses one article in this process, without queue and database, and prints the result: for a person, or as one line of a
 * results file. Where it breaks off, or its page cannot be written, what models have answered is kept for the next time.
 */
export async function analyze(input: string, flags: CommonFlags & RecipeFlags & { html?: string }): Promise<void> {
  const config = settingsOf(flags)
  const { article, incomplete } = await firstArticle(input)
  using interrupt = onInterrupt(() => tell('Stopping.'))
  const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
  await using _traces = await openTraces(config, createLog(config.logLevel))
  const recipe = await recipeFor(flags, { config, engines })
  const { contentHash } = article
  const unfinished = await openUnfinished(config.dataFolder, { contentHash, recipe: recipeHash(recipe) })
  const asksModel = leadingStep(recipe).model !== undefined
  if (asksModel && unfinished.found > 0)
    tell(`Models answered ${unfinished.found} questions before: those are not asked again.`)
  const about = { attributes: { 'standpoint.article.content_hash': contentHash } }
  try {
    const analysis = await inSpan('analyze', about, () =>
      analyse(read(article, { language: recipe.language, incomplete }), recipe, {
        engineFor: engines.engineFor(recipe),
        account: accountOf(article, config, unfinished.ledger),
        signal: interrupt.signal,
        onStep: asksModel ? tellSteps() : undefined,
      }),
    )
    if (flags.html !== undefined) await writePage(flags.html, article, analysis)
    if (flags.json) printJson({ ...article, analysis })
    else print(printAnalysis(article, analysis, terminal()))
  } catch (error) {
    throw await unfinished.keepAfter(error)
  }
  await unfinished.forget()
}

/** No database is needed; the limits of a rate hold here too. */
function accountOf({ contentHash }: Article, { limits }: Config, ledger: Ledger): Account {
  const limiter = limiterOver(memoryLimits(limits), { limits })
  return { ledger, limiter, sample: 0, lane: 'editorial', article: contentHash }
}

async function writePage(path: string, article: Article, analysis: Analysis): Promise<void> {
  const { writeReport } = await import('./report/write-report.ts')
  const one = async function* () {
    yield { ...article, analysis }
  }
  await writeReport(one(), path, { title: article.title ?? article.id })
}

/** A model takes its time: a person at a terminal is told what it is at. */
function tellSteps(): ((event: StepEvent) => void) | undefined {
  if (!process.stderr.isTTY) return undefined
  return ({ step, phase, ms }) => {
    if (phase === 'repairing' || phase === 'settled') tell(`${(ms / 1000).toFixed(1).padStart(6)} s  ${step} ${phase}`)
  }
}
