import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { StandpointError } from '../pipeline/schema/errors.ts'

const Holder = z.object({ pid: z.int(), command: z.string(), since: z.string() })
type Holder = z.infer<typeof Holder>

/**
 * Takes a data folder for this process alone, and makes it where there is none. PGlite takes no lock, and two processes would
 * write over each other. The lock is the operating system's own, on a file of SQLite, whose locking is at home on every
 * platform: it vanishes with the process, however that dies, so it is never stale.
 * @throws StandpointError FOLDER_LOCKED naming the holder; FOLDER_UNUSABLE where nothing can be written
 */
export async function lockFolder(folder: string): Promise<AsyncDisposable> {
  await makeFolder(folder).catch((error: unknown) => {
    throw unusable(folder, error)
  })
  const lock = takeLock(folder)
  if (lock === undefined) throw await heldBy(folder)
  const note = holderFile(folder)
  await writeFile(note, `${JSON.stringify(thisProcess())}\n`).catch((error: unknown) => {
    lock.close()
    throw unusable(folder, error)
  })
  return {
    async [Symbol.asyncDispose]() {
      await rm(note, { force: true })
      lock.close()
    },
  }
}

/** Step by step: Node's own recursive form never ends where a folder that exists takes no new one and says ENOENT (/proc). */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  try {
    await mkdir(folder)
  } catch (error) {
    if (!(await isFolder(folder))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}

function takeLock(folder: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    if (isBusy(error)) return undefined
    throw unusable(folder, error)
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

async function heldBy(folder: string): Promise<StandpointError> {
  const holder = await readHolder(folder)
  const who = holder ? `process ${holder.pid} ("${holder.command}", since ${holder.since})` : 'another process'
  return new StandpointError('FOLDER_LOCKED', `The data folder is in use by ${who}`, {
    where: folder,
    fix: 'Wait for it, stop it, or name another folder with --data. To let several processes work together, set REDIS_URL and DATABASE_URL.',
  })
}

async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return Holder.safeParse(JSON.parse(await readFile(holderFile(folder), 'utf8'))).data
  } catch {
    return undefined // it has the lock and has not written its name yet
  }
}

function thisProcess(): Holder {
  const command = ['standpoint', ...process.argv.slice(2, 3)].join(' ')
  return { pid: process.pid, command, since: new Date(Date.now() - process.uptime() * 1000).toISOString() }
}

const holderFile = (folder: string) => join(folder, 'holder.json')

function unusable(folder: string, cause: unknown): StandpointError {
  return new StandpointError('FOLDER_UNUSABLE', 'The data folder cannot be written', {
    where: folder,
    fix: 'Name a folder of your own with --data or STANDPOINT_DATA.',
    cause,
  })
}
