import { access, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdDecompress } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { StandpointError } from '../../pipeline/schema/errors.ts'

const IMAGE = new URL('./new-database.tar.zst', import.meta.url)
const unpack = promisify(zstdDecompress)

/**
 * Opens the database in `folder/database`, which nobody else may have open. A new one starts from a prepared image: that takes
 * a quarter of the time of creating it, which needs a second instance of the server.
 * @throws StandpointError FOLDER_UNUSABLE when it cannot be opened
 */
export async function openPGlite(folder: string): Promise<PGlite> {
  const dataDir = join(folder, 'database')
  const begun = join(folder, 'database.begun')
  try {
    if (await exists(begun)) await rm(dataDir, { recursive: true, force: true }) // its creation was cut off: nothing is in it
    if (await exists(join(dataDir, 'PG_VERSION'))) return await PGlite.create({ dataDir })
    await writeFile(begun, '')
    const db = await createIn(dataDir)
    await rm(begun)
    return db
  } catch (error) {
    throw new StandpointError('FOLDER_UNUSABLE', 'The database in the data folder cannot be opened', {
      where: dataDir,
      fix: 'Check free space and permissions, or name another folder with --data. The folder may be of a newer Standpoint.',
      cause: error instanceof Error ? new Error(error.message.slice(0, 500)) : undefined,
    })
  }
}

async function createIn(dataDir: string): Promise<PGlite> {
  const image = await readFile(IMAGE).catch(() => undefined)
  if (image === undefined) return PGlite.create({ dataDir })
  const tar = await unpack(image, { params: { [constants.ZSTD_d_windowLogMax]: 27 } })
  return PGlite.create({ dataDir, loadDataDir: new Blob([new Uint8Array(tar)]) })
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
