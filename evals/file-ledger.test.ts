import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ANSWER, answered, ledgerSuite, newKey } from '../pipeline/engines/ledger-suite.ts'
import { fileLedger } from './file-ledger.ts'

const folder = () => mkdtemp(join(tmpdir(), 'answers-'))
const shared = fileLedger(await folder())

ledgerSuite('in files', async () => shared)

it('replays what another process was answered', async () => {
  const [path, key] = [await folder(), newKey()]
  await answered(fileLedger(path), key)
  expect(await fileLedger(path).claim(key)).toEqual({ kind: 'replay', answer: ANSWER })
})
