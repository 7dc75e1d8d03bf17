import { existsSync } from 'node:fs'
import type { FailedTask } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { type Config, readConfig } from '../workers/config.ts'
import { openLook } from '../workers/look.ts'
import { openRuntime } from '../workers/runtime.ts'
import type { CommonFlags } from './options.ts'
import { readable } from './readable.ts'
import { print, printJson } from './terminal.ts'

type FailedFlags = CommonFlags & { limit: string; retry?: true }

/** Lists the tasks that failed for good, the latest first, or has them (those that are named, else all) tried anew. */
export async function failed(tasks: readonly string[], { limit, retry, ...flags }: FailedFlags): Promise<void> {
  const config = readConfig(process.env, { dataFolder: flags.data })
  if (retry) return tryAgain(tasks.map(taskOf), config, flags)
  const isNew = config.fleet === undefined && !existsSync(config.dataFolder)
  const failures = isNew ? [] : await failuresIn(config, numberOf(limit, '--limit'))
  if (flags.json) for (const failure of failures) printJson(failure)
  else print(failures.length === 0 ? 'Nothing has failed.' : failures.map(failureText).join('\n'))
}

async function failuresIn(config: Config, limit: number): Promise<FailedTask[]> {
  await using store = await openLook(config)
  return await store.failures({ limit })
}

async function tryAgain(tasks: readonly number[], config: Config, { json }: CommonFlags): Promise<void> {
  await using runtime = await openRuntime(config)
  const retried = await runtime.store.retry(tasks.length > 0 ? tasks : undefined)
  const next = runtime.isFleet
    ? 'The workers take them up.'
    : 'Run the batch that they belong to once more: it does what is left.'
  if (json) printJson({ retried })
  else print(retried === 0 ? 'There was nothing to try anew.' : `${retried} to be tried anew. ${next}`)
}

function failureText({ task, articleIds, attempts, failedAt, error }: FailedTask): string {
  const others = articleIds.length > 1 ? ` and ${articleIds.length - 1} more of the same text` : ''
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`
  const fix = error.fix ? `\n    ${readable(error.fix)}` : ''
  return `${task}  ${readable(articleIds[0] ?? '(unnamed)')}${others}\n    ${readable(error.message)} (${error.code}), ${tries}, ${failedAt.toISOString()}${fix}`
}

function taskOf(text: string): number {
  return numberOf(text, 'TASK')
}

function numberOf(text: string, what: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new StandpointError(
    'OPTION_INVALID',
    `${what} must be a whole number from 1, not "${readable(text).slice(0, 40)}"`,
    {
      fix: '"standpoint failed" shows the number of each task at the beginning of its line.',
    },
  )
}
