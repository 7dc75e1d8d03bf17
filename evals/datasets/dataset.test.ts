import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lead } from '../systems/lead.ts'
import { datasetNamed } from './all.ts'
import { scoreDataset } from './dataset.ts'

it('tells from the first row on how many there will be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-dataset-'))
  await using cleaning = new AsyncDisposableStack()
  cleaning.defer(() => rm(folder, { recursive: true }))
  const text = 'The council met on Monday. It will close the quay in spring. Nobody else spoke at the long meeting.'
  const row = (id: string) => JSON.stringify({ id, text, references: ['The council will close the quay.'] })
  await writeFile(join(folder, 'dev.jsonl'), `${row('1')}\n\n${row('2')}\n${row('3')}\n`)
  const told = async (limit?: number) => {
    const seen: string[] = []
    const onRow = (done: number, total: number) => seen.push(`${done} of ${total}`)
    await scoreDataset(datasetNamed('writer-summaries'), lead, { folder, limit, onRow })
    return seen
  }
  expect(await told()).toEqual(['1 of 3', '2 of 3', '3 of 3'])
  expect(await told(2)).toEqual(['1 of 2', '2 of 2'])
})
