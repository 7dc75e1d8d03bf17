import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { KeptAnswer, keptLedger } from '../pipeline/engines/kept-ledger.ts'
import { parseJson } from '../pipeline/engines/replies/parse-json.ts'
import type { Ledger, RecordedAnswer } from '../pipeline/schema/call-contract.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { readable } from './readable.ts'
import { tell } from './terminal.ts'

/** What models have answered about one article, so that an analysis that breaks off is not paid for from the start. */
export type Unfinished = {
  ledger: Ledger
  /** Answers that earlier runs were given. */
  found: number
  /** Writes down what was answered so far. Returns the error that it came to, which says so. */
  keepAfter(error: unknown): Promise<unknown>
  /** The analysis is done: the next one asks anew. */
  forget(): Promise<void>
}

/**
 * The ledger of `analyze`: in memory, and on disk only after a run that broke off, in a file for each recipe. Answers to the same
 * questions are found whatever recipe asked them.
 */
export async function openUnfinished(
  dataFolder: string,
  { contentHash, recipe }: { contentHash: string; recipe: string },
): Promise<Unfinished> {
  const folder = join(dataFolder, 'unfinished', contentHash)
  const own = join(folder, `${recipe}.json`)
  const [found, mine] = await Promise.all([answersIn(folder), answersOf(own)])
  return {
    found: found.size,
    ledger: keptLedger({
      find: async (id) => {
        const answer = found.get(id)
        if (answer !== undefined) mine.set(id, answer)
        return answer
      },
      keep: async (id, answer) => {
        mine.set(id, answer)
      },
    }),
    keepAfter: async (error) => {
      if (mine.size === 0) return error
      const said = await write(own, mine).then(() => kept(mine.size, folder), notKept)
      if (error instanceof StandpointError) return saying(said, error)
      tell(said)
      return error
    },
    forget: async () => {
      await rm(own, { force: true })
      await rmdir(folder).catch(() => {}) // where another recipe's run broke off, too, its answers stay
    },
  }
}

type Answers = Map<string, RecordedAnswer>

async function answersIn(folder: string): Promise<Answers> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json'))
  const read = await Promise.all(files.map((name) => answersOf(join(folder, name))))
  return new Map(read.flatMap((answers) => [...answers]))
}

/** A file that is damaged, or of an older shape, is as good as none. */
async function answersOf(file: string): Promise<Answers> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return new Map(Object.entries(Kept.safeParse(parseJson(text)).data ?? {}))
}

const Kept = z.record(z.string(), KeptAnswer)

/** What models say of an article is nobody else's. */
async function write(path: string, answers: Answers): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, JSON.stringify(Object.fromEntries(answers)), { mode: 0o600 })
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}

function kept(count: number, folder: string): string {
  const what = count === 1 ? 'One answer that a model gave is' : `${count} answers that models gave are`
  return `${what} kept in ${readable(folder)}: the same command goes on from there and asks only what is missing.`
}

function notKept(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return `What models had answered could not be kept (${readable(reason)}) and will be asked again; --data FOLDER names another place.`
}

function saying(said: string, { code, message, where, fix, cause }: StandpointError): StandpointError {
  return new StandpointError(code, message, { where, fix: fix ? `${fix} ${said}` : said, cause })
}
