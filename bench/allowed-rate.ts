// How much of a provider's allowed rate a fleet uses, and how often it exceeds it: a batch with two workers against a FAKE provider
// that enforces its limits over every minute. Counted from the second minute on, when the pipe is full.
//     REDIS_URL=… DATABASE_URL=… node bench/allowed-rate.ts [MINUTES] [REQUESTS_PER_MINUTE] [TOKENS_PER_MINUTE]
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sampleArticles } from './sample-articles.ts'

const [minutes = 4, requestsPerMinute = 600, tokensPerMinute = 1_000_000] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'))
const input = join(folder, 'articles.jsonl')
const articles: string[] = []
for await (const article of sampleArticles(60))
  articles.push(JSON.stringify({ ...article, text: `${article.text} ${Date.now()}` }))
await writeFile(input, `${articles.join('\n')}\n`)

const provider = start('strict-provider.ts', [String(requestsPerMinute), String(tokensPerMinute)], {})
const lines = createInterface({ input: provider.stdout ?? process.stdin })
const [baseUrl] = await once(lines, 'line')
const env = {
  OPENAI_BASE_URL: String(baseUrl),
  STANDPOINT_MODEL: 'strict-fake',
  STANDPOINT_REQUESTS_PER_MINUTE: String(requestsPerMinute),
  STANDPOINT_TOKENS_PER_MINUTE: String(tokensPerMinute),
  STANDPOINT_CONCURRENCY: '16',
  STANDPOINT_LOG: 'error',
}
const workers = [start('../cli/main.ts', ['worker'], env), start('../cli/main.ts', ['worker'], env)]
const batch = start(
  '../cli/main.ts',
  ['batch', input, '--out', join(folder, 'out.jsonl'), '--mode', 'chain', '--json'],
  env,
)
await sleep(minutes * 60_000)
for (const process of [batch, ...workers]) process.kill('SIGKILL')
const counted = once(lines, 'line')
provider.kill('SIGTERM')
const { violations, seen }: { violations: number; seen: [at: number, tokens: number][] } = JSON.parse(
  String((await counted)[0]),
)
const from = 60_000
const until = Math.floor((minutes * 60_000 - 15_000) / 1000) * 1000
const steady = seen.filter(([at]) => at >= from && at < until)
const allowed = (until - from) / 60_000
const tokens = steady.reduce((sum, [, each]) => sum + each, 0)
console.table({
  'minutes counted': allowed.toFixed(2),
  'share of requests': (steady.length / (allowed * requestsPerMinute)).toFixed(3),
  'share of tokens': (tokens / (allowed * tokensPerMinute)).toFixed(3),
  'violations in all': violations,
  'calls in all': seen.length,
})
await rm(folder, { recursive: true, force: true })

function start(file: string, args: readonly string[], given: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    env: { ...process.env, ...given },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
