import { firstKey } from '../api/access.ts'
import { type App, openApi } from '../api/server.ts'
import { analyse } from '../pipeline/analyse.ts'
import type { Analyse } from '../pipeline/schema/contracts.ts'
import { openEngines } from '../workers/engines.ts'
import { createLog } from '../workers/log.ts'
import { openRuntime } from '../workers/runtime.ts'
import { newPlace } from './places.ts'

/** A server as `standpoint serve` runs it, in a folder of its own. */
export type Served = AsyncDisposable & {
  address: string
  /** The key of the first start. */
  secret: string
  /** It takes no more requests and closes what is open; its work goes on. */
  leave(): Promise<void>
  /** At the same address. */
  comeBack(): Promise<void>
  /** Everything that is asked waits from now on after its first step, until it is let go. */
  hold(): void
  letGo(): void
}

export async function serve(): Promise<Served> {
  await using opened = new AsyncDisposableStack()
  const { config } = opened.use(await newPlace(undefined))
  const log = createLog('silent')
  const engines = openEngines(config)
  const gate = newGate()
  const runtime = opened.use(await openRuntime(config, { log, engines, analyse: heldBy(gate) }))
  const house = { runtime, config, engines, log }
  let app: App = await openApi(house)
  opened.defer(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const secret = (await firstKey(runtime.store.keys)) ?? ''
  await runtime.work()
  const closing = opened.move()
  return {
    address,
    secret,
    leave: () => app.close(),
    comeBack: async () => {
      app = await openApi(house)
      await app.listen({ host: '127.0.0.1', port: Number(new URL(address).port) })
    },
    hold: gate.close,
    letGo: gate.open,
    [Symbol.asyncDispose]: async () => {
      gate.open()
      await closing.disposeAsync()
    },
  }
}

type Gate = { close(): void; open(): void; passed(): Promise<void> }

function newGate(): Gate {
  let gate = Promise.withResolvers<void>()
  gate.resolve()
  return {
    close: () => {
      gate = Promise.withResolvers<void>()
    },
    open: () => gate.resolve(),
    passed: () => gate.promise,
  }
}

/** The real chain. At a closed gate it has told of its first step and goes no further. */
function heldBy(gate: Gate): Analyse {
  return async (reading, recipe, run) => {
    run.onStep?.({ step: 'actors', phase: 'asked', ms: 0 })
    run.onStep?.({ step: 'actors', phase: 'settled', ms: 1 })
    run.onStep?.({ step: 'summary', phase: 'asked', ms: 1 })
    await gate.passed()
    return analyse(reading, recipe, run)
  }
}
