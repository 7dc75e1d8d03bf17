import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Candidate, candidateOf } from '../evals/gold/candidate.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import { openRuntime } from '../workers/runtime.ts'
import { isNothingStored } from './nothing-stored.ts'
import { type CommonFlags, settingsOf, wholeNumber } from './options.ts'
import { readable } from './readable.ts'
import { print, printJson, tell } from './terminal.ts'

/** `existing`: candidates that were there already; `repeated`: further analyses of a text that has one. */
type Exported = { written: number; existing: number; repeated: number }

/**
 * Writes approved analyses as candidates for gold. A file that is there stays as it is, since somebody may have worked on it, and
 * none is ever half written; the text comes before its annotation, so that what was cut off is written by the next run.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function exportGold(flags: CommonFlags & { out: string; limit?: string }): Promise<void> {
  const config = settingsOf(flags)
  const limit = flags.limit === undefined ? Infinity : wholeNumber(flags.limit, '--limit', '--limit 20')
  const exported: Exported = { written: 0, existing: 0, repeated: 0 }
  if (!isNothingStored(config)) {
    await using runtime = await openRuntime(config)
    await exportFrom(runtime.store, exported, { out: flags.out, limit })
  }
  if (flags.json) printJson(exported)
  else print(exportedText(exported, flags.out))
}

async function exportFrom(
  store: Store,
  exported: Exported,
  { out, limit }: { out: string; limit: number },
): Promise<void> {
  const seen = new Set<string>()
  for await (const approved of store.approved()) {
    if (exported.written >= limit) return
    const { contentHash, id } = approved.article
    if (seen.has(contentHash)) {
      exported.repeated += 1
      tell(`Task ${approved.task} was left out: ${readable(id)} has an approved analysis already`)
      continue
    }
    seen.add(contentHash)
    exported[await writeCandidate(candidateOf(approved), out)] += 1
  }
}

async function writeCandidate({ name, text, yaml }: Candidate, folder: string): Promise<'written' | 'existing'> {
  const textPath = join(folder, `${name}.txt`)
  try {
    await mkdir(folder, { recursive: true })
    const isNew = (await writeNew(textPath, text)) || (await readFile(textPath, 'utf8')) === text
    return isNew && (await writeNew(join(folder, `${name}.yaml`), yaml)) ? 'written' : 'existing'
  } catch (cause) {
    throw new StandpointError('OUTPUT_UNWRITABLE', `The candidates cannot be written: ${reasonOf(cause)}`, {
      where: folder,
      fix: 'Name a folder that you may write to, on a disk with free space that knows hard links.',
      cause,
    })
  }
}

/** False where a file of that name is there. A link, unlike a renaming, never takes the place of one. */
async function writeNew(path: string, content: string): Promise<boolean> {
  const part = `${path}.${process.pid}.part`
  await rm(part, { force: true })
  await writeFile(part, content, { flag: 'wx', flush: true })
  try {
    await link(part, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(part, { force: true })
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function exportedText({ written, existing, repeated }: Exported, out: string): string {
  if (written + existing === 0) return 'No analysis has been approved.'
  const others = [
    ...(existing > 0 ? [`${existing} ${existing === 1 ? 'was' : 'were'} there already and stayed`] : []),
    ...(repeated > 0 ? [`${repeated} of the same texts were left out`] : []),
  ]
  const what = [`Wrote ${written} ${written === 1 ? 'candidate' : 'candidates'} to ${readable(out)}`, ...others].join(
    '; ',
  )
  return `${what}.\nEach still needs a person: its first lines say for what, "standpoint gold check ${readable(out)}" where.`
}
