import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, numberedReports } from './places.ts'
import { fakeAnalyse, fakeRead, fakeRecipe } from './scripted-analyse.fake.ts'

/**
 * `node batch-process.ts batch|worker OUT JOURNAL COUNT [DELAY_MS] [GRACE_MS]`: a process for tests to kill. Writes each text that it begins and each
 * that it ends into the journal, one a line.
 */
const [role, out = '', journal = '', count = '0', delayMs = '30', graceMs = '5000'] = process.argv.slice(2)

const analyse = fakeAnalyse(async (text, signal) => {
  appendFileSync(journal, `begin ${JSON.stringify(text)}\n`)
  await sleep(Number(delayMs), undefined, { signal })
  appendFileSync(journal, `end ${JSON.stringify(text)}\n`)
})

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupt.abort(new Error('interrupted')))

try {
  await using runtime = await openRuntime(readConfig(process.env), { read: fakeRead, analyse })
  if (role === 'worker') {
    await runtime.work()
    process.stdout.write('ready\n')
    await new Promise((resolve) => interrupt.signal.addEventListener('abort', resolve))
    await runtime.stop('stopping', { graceMs: Number(graceMs) })
  } else {
    const records = articlesOf(numberedReports(Number(count)))
    await runBatch(runtime, {
      records,
      recipe: fakeRecipe,
      out,
      signal: interrupt.signal,
      onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
    })
  }
} catch (error) {
  if (!(error instanceof StandpointError)) throw error
  process.stderr.write(
    `${JSON.stringify({ code: error.code, message: error.message, where: error.where, fix: error.fix })}\n`,
  )
  process.exitCode = error.code === 'CANCELLED' ? 130 : 1
}
