import { StandpointError } from '../pipeline/schema/errors.ts'
import { readConfig } from '../workers/config.ts'
import { createLog } from '../workers/log.ts'
import { openRuntime } from '../workers/runtime.ts'
import { openTraces } from '../workers/traces.ts'
import { onInterrupt } from './interrupt.ts'
import { tell } from './terminal.ts'

/** Works on jobs of the queue until it is told to stop; what is in work then may end, and is put back for others when it takes too long. */
export async function worker(flags: { concurrency?: string; data?: string }): Promise<void> {
  const config = readConfig(process.env, { dataFolder: flags.data, concurrency: countOf(flags.concurrency) })
  if (config.fleet === undefined) {
    throw new StandpointError('CONFIG_INVALID', 'A worker needs REDIS_URL and DATABASE_URL', {
      where: 'environment variables',
      fix: 'Set both: workers share a queue on Redis and a store on PostgreSQL. Without servers, "standpoint batch" does the work itself.',
    })
  }
  const stopped = Promise.withResolvers<void>()
  const seconds = config.graceMs / 1000
  using interrupt = onInterrupt(() =>
    tell(`Stopping: what is in work has ${seconds} s to end. Ctrl-C once more ends at once.`),
  )
  interrupt.signal.addEventListener('abort', () => stopped.resolve(), { once: true })
  const log = createLog(config.logLevel)
  await using _traces = await openTraces(config, log)
  await using runtime = await openRuntime(config, { log })
  if (!interrupt.signal.aborted) {
    await runtime.work()
    await runtime.deliver()
  }
  tell(`Working, ${config.concurrency} articles at a time. Ctrl-C stops, after what is in work.`)
  await stopped.promise
  await runtime.stop('stopping', { graceMs: config.graceMs })
}

const MOST_CONCURRENCY = 1000

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (count >= 1 && count <= MOST_CONCURRENCY) return count
  throw new StandpointError('OPTION_INVALID', `--concurrency must be a number from 1 to ${MOST_CONCURRENCY}`, {
    where: `--concurrency ${text}`,
    fix: 'For example: --concurrency 8',
  })
}
