import { createHash } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { SearchPage, SearchQuery } from '../pipeline/schema/search-contract.ts'
import type { FailedTask, LedgerReport, Store, TaskCounts } from '../pipeline/schema/store-contract.ts'
import type { Config } from './config.ts'

/** What a process that only looks may ask of whoever has the data folder open. */
const Question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('counts') }),
  z.strictObject({ ask: z.literal('failures'), limit: z.int().positive() }),
  z.strictObject({ ask: z.literal('search'), query: SearchQuery }),
  z.strictObject({ ask: z.literal('ledger'), by: z.enum(['step', 'model', 'day']) }),
])
type Question = z.infer<typeof Question>

/** What can be seen of a store from outside. */
export type Look = AsyncDisposable & {
  isFleet: boolean
  counts(): Promise<TaskCounts>
  failures(options: { limit: number }): Promise<FailedTask[]>
  ledgerReport(by: LedgerReport['by']): Promise<LedgerReport>
  search(query: SearchQuery): Promise<SearchPage>
  /** Workers of the archive lane on all machines, where that can be known. */
  workers(): Promise<number | undefined>
}

/**
 * Answers those that only look at a data folder which this process has open, over a socket in it that only its user can
 * reach (on Windows a named pipe). Nothing can be changed over it. A folder whose name is too long for a socket has none.
 */
export async function answerLookers(folder: string, store: Store): Promise<AsyncDisposable | undefined> {
  const path = socketOf(folder)
  if (path === undefined) return undefined
  if (process.platform !== 'win32') await rm(path, { force: true }) // of a process that was killed
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy()) // whoever asked is gone
    socket.setTimeout(ANSWER_MS, () => socket.destroy())
    void replyTo(socket, store)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  if (process.platform !== 'win32') await chmod(path, 0o600)
  server.unref()
  return {
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

const LONGEST_QUESTION = 20_000

async function replyTo(socket: Socket, store: Store): Promise<void> {
  let text = ''
  try {
    for await (const chunk of socket.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      text += String(chunk)
      if (text.includes('\n') || text.length > LONGEST_QUESTION) break
    }
  } catch {
    return // it went away before it had asked
  }
  socket.end(`${JSON.stringify(await answerTo(text, store))}\n`)
}

async function answerTo(line: string, store: Store): Promise<unknown> {
  try {
    const question = Question.parse(JSON.parse(line))
    switch (question.ask) {
      case 'counts':
        return { answer: await store.counts() }
      case 'failures':
        return { answer: await store.failures(question) }
      case 'search':
        return { answer: await store.search(question.query) }
      case 'ledger':
        return { answer: await store.ledgerReport(question.by) }
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message.slice(0, 300) : 'unknown' }
  }
}

/**
 * Looks at the store: on a fleet directly; in a data folder through the process that holds it, where there is one, else by
 * opening it.
 * @throws StandpointError as `openRuntime` does
 */
export async function openLook(config: Config): Promise<Look> {
  const holder = config.fleet === undefined ? await reachHolder(config.dataFolder) : undefined
  if (holder !== undefined) return holder
  const { openRuntime } = await import('./runtime.ts')
  const runtime = await openRuntime(config)
  const { store, isFleet } = runtime
  return {
    isFleet,
    counts: () => store.counts(),
    failures: (options) => store.failures(options),
    ledgerReport: (by) => store.ledgerReport(by),
    search: (query) => store.search(query),
    workers: () => (isFleet ? runtime.workers() : Promise.resolve(undefined)),
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
  }
}

/** The holder of a data folder, when one answers. */
async function reachHolder(folder: string): Promise<Look | undefined> {
  const path = socketOf(folder)
  if (path === undefined) return undefined
  try {
    await ask(path, { ask: 'counts' })
  } catch {
    return undefined
  }
  return {
    isFleet: false,
    counts: async () => Counts.parse(await ask(path, { ask: 'counts' })),
    failures: async ({ limit }) => z.array(Failed).parse(await ask(path, { ask: 'failures', limit })),
    ledgerReport: async (by) => Report.parse(await ask(path, { ask: 'ledger', by })),
    search: async (query) => SearchPage.parse(await ask(path, { ask: 'search', query })),
    workers: async () => undefined,
    [Symbol.asyncDispose]: async () => {},
  }
}

/** One question, one answer, one connection. */
async function ask(path: string, question: Question): Promise<unknown> {
  const socket = connect(path).setTimeout(ANSWER_MS, () => socket.destroy(new Error('no answer')))
  try {
    socket.write(`${JSON.stringify(question)}\n`)
    let text = ''
    for await (const chunk of socket.setEncoding('utf8')) text += String(chunk)
    const { answer, error } = Reply.parse(JSON.parse(text))
    if (error !== undefined)
      throw new StandpointError('INTERNAL', `The holder of the data folder could not answer: ${error}`)
    return answer
  } finally {
    socket.destroy()
  }
}

const ANSWER_MS = 10_000
const Reply = z.object({ answer: z.unknown(), error: z.string().optional() })

const Count = z.int().nonnegative()
const Counts = z.object({
  accepted: Count,
  queued: Count,
  running: Count,
  done: Count,
  failed: Count,
  refused: Count,
  recovered: Count,
})
const Failed = z.object({
  task: z.int(),
  articleIds: z.array(z.string()),
  attempts: Count,
  failedAt: z.coerce.date(),
  error: z.object({
    code: z.string(),
    message: z.string(),
    where: z.string().optional(),
    fix: z.string().optional(),
  }),
})
const Line = z.object({
  key: z.string(),
  answers: z.number(),
  replays: z.number(),
  inFlight: z.number(),
  lost: z.number(),
  refused: z.number(),
  unusable: z.number(),
  waste: z.number(),
  unpriced: z.number(),
  tokensIn: z.number(),
  tokensCached: z.number(),
  tokensOut: z.number(),
  costUsd: z.number().optional(),
  savedUsd: z.number().optional(),
})
const Report = z.object({ by: z.enum(['step', 'model', 'day']), lines: z.array(Line), total: Line })

function socketOf(folder: string): string | undefined {
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\standpoint-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`
  }
  const path = join(folder, 'look.sock')
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH ? path : undefined
}

const LONGEST_SOCKET_PATH = 100
