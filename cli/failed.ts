import { StandpointError } from '../pipeline/schema/errors.ts'
import type { FailedTask } from '../pipeline/schema/store-contract.ts'
import { type Config, readConfig } from '../workers/config.ts'
import { openLook } from '../workers/look.ts'
import { openRuntime } from '../workers/runtime.ts'
import { isNothingStored } from './nothing-stored.ts'
import { type CommonFlags, wholeNumber } from './options.ts'
import { readable } from './readable.ts'
import { print, printJson } from './terminal.ts'

type FailedFlags = CommonFlags & { limit: string; retry?: true }

/** Lists the tasks that failed for good, the latest first, or has them (those that are named, else all) tried anew. */
export async function failed(tasks: readonly string[], { limit, retry, ...flags }: FailedFlags): Promise<void> {
  const config = readConfig(process.env, { dataFolder: flags.data })
  const isNew = isNothingStored(config)
  if (retry) return tryAgain(tasks.map(taskOf), isNew ? undefined : config, flags)
  if (tasks.length > 0) {
    throw new StandpointError('OPTION_INVALID', 'Numbers of tasks go with --retry', {
      where: `failed ${readable(tasks.join(' ')).slice(0, 60)}`,
      fix: '"standpoint failed" lists all; "standpoint failed --retry 12" has task 12 tried anew.',
    })
  }
  const failures = isNew ? [] : await failuresIn(config, wholeNumber(limit, '--limit', EXAMPLE))
  if (flags.json) for (const failure of failures) printJson(failure)
  else print(failures.length === 0 ? 'Nothing has failed.' : failures.map(failureText).join('\n'))
}

async function failuresIn(config: Config, limit: number): Promise<FailedTask[]> {
  await using store = await openLook(config)
  return await store.failures({ limit })
}

async function tryAgain(tasks: readonly number[], config: Config | undefined, { json }: CommonFlags): Promise<void> {
  const retried = config === undefined ? 0 : await retryIn(config, tasks)
  const next = config?.fleet
    ? 'The workers take them up.'
    : 'Run the batch that they belong to once more: it does what is left.'
  if (json) printJson({ retried })
  else print(retried === 0 ? 'There was nothing to try anew.' : `${retried} to be tried anew. ${next}`)
}

async function retryIn(config: Config, tasks: readonly number[]): Promise<number> {
  await using runtime = await openRuntime(config)
  return await runtime.store.retry(tasks.length > 0 ? tasks : undefined)
}

function failureText({ task, articleIds, attempts, failedAt, error }: FailedTask): string {
  const others = articleIds.length > 1 ? ` and ${articleIds.length - 1} more of the same text` : ''
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`
  const fix = error.fix ? `\n    ${readable(error.fix)}` : ''
  return `${task}  ${readable(articleIds[0] ?? '(unnamed)')}${others}\n    ${readable(error.message)} (${error.code}), ${tries}, ${failedAt.toISOString()}${fix}`
}

function taskOf(text: string): number {
  return wholeNumber(text, 'TASK', EXAMPLE)
}

const EXAMPLE = 'standpoint failed --limit 20, or standpoint failed --retry 12'
