import { stat } from 'node:fs/promises'
import { isAbsolute, matchesGlob, relative, resolve } from 'node:path'
import { StandpointError } from '../pipeline/schema/errors.ts'

/**
 * Refuses outputs that are, or stand among, what is read: an article would be overwritten, or the results be read as articles by
 * the next run.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function keepOutputApart(input: string, outputs: readonly string[]): Promise<void> {
  if (input === '-') return
  const kind = await stat(input).catch(() => undefined)
  for (const output of outputs) {
    const isAmong = kind?.isDirectory()
      ? isInside(input, output)
      : kind !== undefined
        ? await isSameFile(input, output)
        : matchesGlob(output, input)
    if (!isAmong) continue
    throw new StandpointError('OUTPUT_UNWRITABLE', 'This file is part of the input, or would be at the next run', {
      where: output,
      fix: 'Name a file outside of what is read.',
    })
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path))
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}
