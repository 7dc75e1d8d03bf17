// The API over HTTP beside a bare Fastify handler that adds a job to BullMQ and one that reads a job (bench/bare-api.ts), in turn,
// each in a process of its own. Before that, with a FAKE model that answers at once: from submitting to the first event and result.
// With REDIS_URL and DATABASE_URL on those servers, which it fills, else embedded.
//                                                              node bench/api.ts [SECONDS] [ROUNDS] [CONNECTIONS]
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import { median } from './sample-articles.ts'

const seconds = Number(process.argv[2] ?? 5)
const rounds = Number(process.argv[3] ?? 3)
const connections = Number(process.argv[4] ?? 16)
const WATCHED = 60
let articles = 0
let admin = ''

const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'))
const running: ChildProcess[] = []
try {
  const model = await started(['bench/instant-model.ts'])
  const working = await startedApi(['--model', 'instant-fake', '--data', join(folder, 'working')], {
    OPENAI_BASE_URL: model,
    OPENAI_API_KEY: 'none',
  })
  console.log(`one article at a time, ${WATCHED} articles, instant fake model, ms`)
  console.table(await watched(working))
  for (const child of running.splice(0)) child.kill()
  const bare = await started(['bench/bare-api.ts', join(folder, 'bare')])
  const ours = await startedApi(['--no-work', '--data', join(folder, 'served')])
  console.log(
    `${process.env.REDIS_URL ? 'Redis and PostgreSQL' : 'embedded'}, ${connections} connections, ${seconds} s a run, median of ${rounds} runs in turn`,
  )
  console.table(await beside({ 'our API': ours, 'bare Fastify + BullMQ': { url: bare } }))
} finally {
  for (const child of running) child.kill()
  await rm(folder, { recursive: true, force: true })
}

type Api = { url: string; key?: string }

async function beside(apis: Record<string, Api>) {
  const rows: Record<string, Record<string, string>> = {}
  for (const what of ['submit', 'read'] as const) {
    const results = new Map<string, autocannon.Result[]>()
    for (let round = 0; round < rounds; round++) {
      for (const [name, api] of Object.entries(apis)) {
        results.set(name, [...(results.get(name) ?? []), await run(api, what)])
      }
    }
    for (const [name, runs] of results) rows[`${what}, ${name}`] = figuresOf(runs)
  }
  return rows
}

async function run({ url, key }: Api, what: 'submit' | 'read'): Promise<autocannon.Result> {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
  const options = { url, connections, duration: seconds, headers }
  if (what === 'read') {
    const { id } = await (await fetch(`${url}/v1/analyses`, { method: 'POST', headers, body: newArticle() })).json()
    return autocannon({ ...options, requests: [{ method: 'GET', path: `/v1/analyses/${id}` }] })
  }
  return autocannon({
    ...options,
    requests: [
      { method: 'POST', path: '/v1/analyses', setupRequest: (request) => ({ ...request, body: newArticle() }) },
    ],
  })
}

/** About 500 words, each time another text. */
function newArticle(): string {
  const sentence = `The council of Arlen voted on bridge ${articles++} on Tuesday, and Ida Brook said the vote had been long in coming. `
  return JSON.stringify({ text: sentence.repeat(24) })
}

function figuresOf(runs: readonly autocannon.Result[]): Record<string, string> {
  const of = (value: (result: autocannon.Result) => number) => median(runs.map(value)).toFixed(1)
  return {
    'a second': of(({ requests }) => requests.average),
    'p50 ms': of(({ latency }) => latency.p50),
    'p97.5 ms': of(({ latency }) => latency.p97_5),
    'p99 ms': of(({ latency }) => latency.p99),
    'not 2xx': of(({ non2xx }) => non2xx),
  }
}

async function watched({ url, key }: Api) {
  const times = { event: [] as number[], result: [] as number[] }
  for (let article = 0; article < WATCHED; article++) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
    const started = performance.now()
    const { id } = await (await fetch(`${url}/v1/analyses`, { method: 'POST', headers, body: newArticle() })).json()
    const events = await fetch(`${url}/v1/analyses/${id}/events`, { headers })
    let text = ''
    let first: number | undefined
    for await (const chunk of (events.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (text.includes('event: step')) first ??= performance.now() - started
    }
    await fetch(`${url}/v1/analyses/${id}/result`, { headers }).then((answer) => answer.json())
    times.event.push(first ?? Number.NaN)
    times.result.push(performance.now() - started)
  }
  return { 'first event': quantilesOf(times.event), result: quantilesOf(times.result) }
}

function quantilesOf(values: readonly number[]): Record<string, string> {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function startedApi(flags: readonly string[], env: Record<string, string> = {}): Promise<Api> {
  // Only the first start on a store prints a key.
  const isFirst = admin === '' || process.env.DATABASE_URL === undefined
  const lines = await linesOf(['cli/main.ts', 'serve', '--port', '0', ...flags], env, isFirst ? 5 : 2)
  const url = /http:\S+/.exec(lines[0] ?? '')?.[0] ?? ''
  admin = /sp_\S+/.exec(lines.join(' '))?.[0] ?? admin
  const answer = await fetch(`${url}/v1/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin}` },
    body: JSON.stringify({ name: 'bench', scopes: ['submit', 'read'], requestsPerMinute: 1_000_000 }),
  })
  const { secret } = await answer.json()
  return { url, key: secret }
}

async function started(command: readonly string[]): Promise<string> {
  const [address] = await linesOf(command, {}, 1)
  return address ?? ''
}

async function linesOf(command: readonly string[], env: Record<string, string>, count: number): Promise<string[]> {
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  running.push(child)
  const lines: string[] = []
  const reader = createInterface(child.stdout)
  reader.on('line', (line) => lines.push(line))
  while (lines.length < count) await once(reader, 'line')
  return lines
}
