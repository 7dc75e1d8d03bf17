import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { resultOf } from './result.fake.ts'
import { resultsIn } from './results-file.ts'

it('reads results whose texts hold other separators of lines than the line feed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-results-'))
  await using cleaning = new AsyncDisposableStack()
  cleaning.defer(() => rm(folder, { recursive: true, force: true }))
  const result = resultOf('The council met.\u2028It will close the quay.\u2029Nobody else spoke.', () => ({}))
  const file = join(folder, 'results.jsonl')
  await writeFile(file, `${JSON.stringify(result)}\n${JSON.stringify(result)}\n`)
  expect(await Array.fromAsync(resultsIn(file))).toEqual([result, result])
})
