import { firstKey } from '../api/access.ts'
import { openApi } from '../api/server.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { openSafeFetch, type SafeFetch } from '../workers/fetch/safe-fetch.ts'
import { createLog } from '../workers/log.ts'
import { openRuntime } from '../workers/runtime.ts'
import { openTraces } from '../workers/traces.ts'
import { onInterrupt } from './interrupt.ts'
import { readable } from './readable.ts'
import { print, tell } from './terminal.ts'

export type ServeFlags = { data?: string; host?: string; port?: string; model?: string; mode?: string; work: boolean }

/**
 * Serves the API until it is told to stop, and works on what comes in, unless `--no-work`. The first start prints a key.
 * @throws StandpointError OPTION_INVALID, CONFIG_INVALID, and as `openRuntime` does
 */
export async function serve(flags: ServeFlags): Promise<void> {
  if (flags.mode !== undefined) throw modeOfRequests(flags.mode)
  const config = readConfig(process.env, {
    dataFolder: flags.data,
    model: flags.model,
    host: flags.host,
    port: portOf(flags.port),
  })
  using interrupt = onInterrupt(() => tell('Stopping: what is in work may end. Ctrl-C once more ends at once.'))
  tell('Starting.')
  const log = createLog(config.logLevel)
  const engines = openEngines(config)
  await using _traces = await openTraces(config, log)
  await using runtime = await openRuntime(config, { log, engines })
  const { fetchesUrls, fetchAllow } = config.serve
  await using fetching = closing(fetchesUrls ? openSafeFetch({ allow: fetchAllow }) : undefined)
  const app = await openApi({ runtime, config, engines, log, fetcher: fetching.fetcher })
  const { host, port } = config.serve
  const address = await app.listen({ host, port }).catch((cause: unknown) => {
    throw unusable(`${host}:${port}`, cause)
  })
  await welcome(address, { model: config.model, secret: await firstKey(runtime.store.keys) })
  await runtime.deliver()
  if (flags.work && !interrupt.signal.aborted) await runtime.work()
  if (!interrupt.signal.aborted) {
    await new Promise((resolve) => interrupt.signal.addEventListener('abort', resolve, { once: true }))
  }
  await app.close()
  await runtime.stop('stopping', { graceMs: config.graceMs })
}

function closing(fetcher: SafeFetch | undefined): AsyncDisposable & { fetcher?: SafeFetch } {
  return { fetcher, [Symbol.asyncDispose]: async () => fetcher?.close() }
}

async function welcome(address: string, { model, secret }: { model?: string; secret?: string }): Promise<void> {
  print(`Standpoint serves at ${address}`)
  print(
    model === undefined
      ? 'Rules analyse the articles: no model is named (--model, or STANDPOINT_MODEL).'
      : `${model} analyses the articles, unless a request names something else.`,
  )
  if (secret === undefined) {
    print(`The page: ${address}/    The API: ${address}/docs`)
    return
  }
  print('')
  print('This is the key of the first start. It may do everything and is shown only now: keep it.')
  print(`  ${secret}`)
  print('')
  print(`The page, with that key:  ${address}/#key=${secret}`)
  print(`The API, to read and try: ${address}/docs`)
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new StandpointError('OPTION_INVALID', '--port must be a number from 0 to 65535', {
    where: `--port ${text.slice(0, 20)}`,
    fix: 'For example: --port 8787. With 0 the system chooses one.',
  })
}

function modeOfRequests(mode: string): StandpointError {
  return new StandpointError('OPTION_INVALID', 'A server has no mode: each request may name its own', {
    where: `--mode ${readable(mode).slice(0, 20)}`,
    fix: 'Leave it out, and send "options": {"mode": "guided"} where you want another than auto. A model must be named: --model, or STANDPOINT_MODEL.',
  })
}

function unusable(address: string, cause: unknown): StandpointError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StandpointError('CONFIG_INVALID', `The server cannot listen: ${reason}`, {
    where: address,
    fix: 'Another program may use the port: choose one with --port, or an address of this machine with --host.',
    cause,
  })
}
