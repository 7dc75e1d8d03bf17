// What a person waits for: `standpoint analyze` of one article, start-up included, and `batch` on a new and on a used data
// folder.    node bench/start-up.ts [ARTICLE] [TIMES]
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './sample-articles.ts'

const article = process.argv[2] ?? 'samples/archive/02-ferry-strike.txt'
const times = Number(process.argv[3] ?? 9)
const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'))
const rows: Record<string, unknown> = {
  'node alone': measured(() => execFileSync(process.execPath, ['-e', ''])),
  'standpoint --version': measured(() => standpoint('--version')),
  [`standpoint analyze ${article}`]: measured(() => standpoint('analyze', article)),
  'standpoint batch, one article, new data folder': measured((n) => batch(`new-${n}`, n)),
  'standpoint batch, one article, used data folder': measured((n) => batch('new-0', n)),
}
console.table(rows)
await rm(folder, { recursive: true, force: true })

function standpoint(...args: string[]): void {
  execFileSync(process.execPath, ['standpoint', ...args], { stdio: 'ignore' })
}

function batch(data: string, n: number): void {
  standpoint('batch', article, '--out', join(folder, `${data}-${n}.jsonl`), '--data', join(folder, data))
}

function measured(run: (n: number) => void): Record<string, string> {
  const seconds = Array.from({ length: times }, (_, n) => {
    const started = performance.now()
    run(n)
    return (performance.now() - started) / 1000
  })
  return {
    'median s': median(seconds).toFixed(2),
    'least s': Math.min(...seconds).toFixed(2),
    'most s': Math.max(...seconds).toFixed(2),
  }
}
