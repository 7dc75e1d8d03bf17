import { statfs } from 'node:fs/promises'
import type { PostgresPool } from 'kysely'
import { StandpointError } from '../../pipeline/schema/errors.ts'

/** PGlite ends in an endless loop where a real PostgreSQL would stop: it must never meet a full disk. Its log grows by 16 MB at a time. */
const RESERVE_BYTES = 64e6
const LOOK_MS = 500

/** Free bytes of the disk that a folder is on. */
type FreeBytes = (folder: string) => Promise<number>

/**
 * Watches the disk of a data folder while it is open. `guard`: the same pool, but once the disk is nearly full every new question
 * to the database is refused, so that the process can end cleanly; what was accepted and done before is kept.
 * @throws StandpointError FOLDER_UNUSABLE where the disk is nearly full to begin with
 */
export async function watchDisk(folder: string, freeBytes: FreeBytes = freeBytesOf): Promise<DiskWatch> {
  const first = await freeBytes(folder)
  if (first < RESERVE_BYTES) throw nearlyFull('FOLDER_UNUSABLE', folder, first)
  let full: StandpointError | undefined
  const look = async () => {
    const free = await freeBytes(folder)
    full = free < RESERVE_BYTES ? nearlyFull('DATABASE_FAILED', folder, free) : undefined
  }
  // A disk that cannot be asked is no reason to stop.
  const timer = setInterval(() => void look().catch(() => {}), LOOK_MS).unref()
  return {
    guard: (pool) => ({
      options: pool.options,
      connect: async () => {
        if (full) throw full
        return pool.connect()
      },
      end: () => pool.end(),
    }),
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

export type DiskWatch = Disposable & { guard(pool: PostgresPool): PostgresPool }

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function nearlyFull(code: 'FOLDER_UNUSABLE' | 'DATABASE_FAILED', folder: string, free: number): StandpointError {
  const fix =
    'Free some space, then run the same command again: it goes on from where it stopped. Or name a folder on another disk with --data.'
  return new StandpointError(
    code,
    `The disk of the data folder is nearly full: ${(free / 1e6).toFixed(0)} MB are free, and ${RESERVE_BYTES / 1e6} MB must be`,
    { where: folder, fix },
  )
}
