import { access, constants, type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import type { Result } from '../pipeline/schema/analysis.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { BatchResult } from '../pipeline/schema/store-contract.ts'

type Options = { out: string; noText?: boolean; signal?: AbortSignal }

/**
 * Writes one JSON line a result, and the failures to a file beside it. Both appear whole or not at all; without a failure a
 * file of an earlier run is removed. Returns the name of the failures file where there is one.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writeResults(results: AsyncIterable<BatchResult>, options: Options): Promise<string | undefined> {
  const { out } = options
  const failuresFile = failuresFileOf(out)
  const parts = { out: `${out}.${process.pid}.part`, failures: `${failuresFile}.${process.pid}.part` }
  try {
    const failures = await writeParts(results, parts, options)
    if (failures === 0) await rm(failuresFile, { force: true })
    else await rename(parts.failures, failuresFile)
    await rename(parts.out, out)
    return failures === 0 ? undefined : failuresFile
  } catch (cause) {
    throw isOfFileSystem(cause) ? unwritable(out, cause) : cause
  } finally {
    await Promise.all(Object.values(parts).map((part) => rm(part, { force: true })))
  }
}

/**
 * Finds out before any work is done whether the results can be written.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function checkWritable(out: string): Promise<void> {
  const folder = dirname(resolve(out))
  try {
    await access(folder, constants.W_OK)
  } catch (cause) {
    const isThere = await stat(folder).then(
      () => true,
      () => false,
    )
    throw unwritable(out, isThere ? cause : new Error(`the folder ${folder} does not exist`))
  }
  const there = await stat(out).catch(() => undefined)
  if (there?.isDirectory()) throw unwritable(out, new Error('it is a folder'))
}

/** `results.jsonl` → `results.failures.jsonl` */
function failuresFileOf(out: string): string {
  const extension = extname(out)
  return `${extension === '' ? out : out.slice(0, -extension.length)}.failures.jsonl`
}

async function writeParts(
  results: AsyncIterable<BatchResult>,
  parts: { out: string; failures: string },
  { noText, signal }: Options,
): Promise<number> {
  await using lines = disposable(await open(parts.out, 'w'))
  await using failures = disposable(await open(parts.failures, 'w'))
  let failed = 0
  for await (const result of results) {
    signal?.throwIfAborted()
    if (result.kind === 'analysis') await lines.file.appendFile(lineOf(resultOf(result, noText === true)))
    else {
      failed++
      await failures.file.appendFile(lineOf({ id: result.id, ...result.error }))
    }
  }
  await Promise.all([lines.file.sync(), failures.file.sync()])
  return failed
}

function resultOf({ article, analysis }: Extract<BatchResult, { kind: 'analysis' }>, noText: boolean): Result {
  const { text, ...rest } = article
  return noText ? { ...rest, analysis } : { ...article, text, analysis }
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function disposable(file: FileHandle) {
  return { file, [Symbol.asyncDispose]: () => file.close() }
}

function isOfFileSystem(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause
}

function unwritable(out: string, cause: unknown): StandpointError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StandpointError('OUTPUT_UNWRITABLE', `The results cannot be written: ${reason}`, {
    where: out,
    fix: 'Name a file in a folder that exists and that you may write to.',
    cause,
  })
}
