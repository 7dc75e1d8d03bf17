import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { z } from 'zod'

/** The value that was kept under a key (a hash), else the one that `make` gives; `undefined` is not kept. */
export type FileCache<T> = <Made extends T | undefined>(
  key: string,
  make: () => Promise<Made>,
  options?: { isKept?(made: T): boolean },
) => Promise<Made | T>

/** One JSON file a value. A file that is damaged, or of an older shape, is made anew. */
export function fileCache<T>(folder: string, schema: z.ZodType<T>): FileCache<T> {
  return async (key, make, { isKept = () => true } = {}) => {
    const path = join(folder, key.slice(0, 2), `${key}.json`)
    const kept = await readKept(path, schema)
    if (kept !== undefined) return kept
    const made = await make()
    if (made === undefined || !isKept(made)) return made
    await mkdir(dirname(path), { recursive: true })
    const part = `${path}.${process.pid}.part`
    await writeFile(part, JSON.stringify(made))
    await rename(part, path)
    return made
  }
}

async function readKept<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
