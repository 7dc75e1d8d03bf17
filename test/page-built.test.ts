import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { sha256 } from '../pipeline/schema/hash.ts'

const page = join(import.meta.dirname, '..', 'page')

it('serves the page as its sources are: after a change, run "npm run build" and commit page/dist', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-built-'))
  try {
    await build({ root: page, configFile: join(page, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } })
    expect(await filesIn(join(page, 'dist'))).toEqual(await filesIn(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** Hashes of the files of a folder, by their path in it. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = await Promise.all(
    files.sort().map(async (file) => [file.slice(folder.length + 1), sha256(await readFile(file, 'utf8'))] as const),
  )
  return Object.fromEntries(read)
}
