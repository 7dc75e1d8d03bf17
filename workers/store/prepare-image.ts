import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { runMigrations } from 'bullmq'
import { pglitePool } from './pglite-pool.ts'
import { openStore } from './store.ts'

/**
 * Writes the image that new data folders start from: `node workers/store/prepare-image.ts`. It holds an empty database with the
 * tables of store and queue. To be run anew when PGlite brings another PostgreSQL; after a new migration it need not be, since a
 * folder that starts from an older image runs what came later.
 */
const db = await PGlite.create()
const pool = pglitePool(db)
const client = await pool.connect()
await runMigrations(client)
client.release()
await (await openStore(pool)).close()
await db.exec('vacuum')
await db.exec('checkpoint')
const tar = Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer())
await db.close()

// The three databases of a new server are alike: a window that sees all of them finds it.
const params = {
  [constants.ZSTD_c_compressionLevel]: 19,
  [constants.ZSTD_c_enableLongDistanceMatching]: 1,
  [constants.ZSTD_c_windowLog]: 27,
}
const image = await promisify(zstdCompress)(tar, { params })
await writeFile(new URL('./new-database.tar.zst', import.meta.url), image)
process.stdout.write(`${tar.length} bytes, packed ${image.length}\n`)
