// Writes client/openapi.json and, from it, client/schema.ts: `npm run client`, after a change of the API. The generator wants an older
// TypeScript than ours, so it is fetched for this alone.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '../pipeline/schema/hash.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { createLog } from '../workers/log.ts'
import { openRuntime } from '../workers/runtime.ts'
import { openApi } from './server.ts'

const GENERATOR = ['-p', 'openapi-typescript@7.13.0', '-p', 'typescript@5.9.3', 'openapi-typescript']
const documentFile = new URL('../client/openapi.json', import.meta.url)
const schemaFile = new URL('../client/schema.ts', import.meta.url)

const document = await documentOf()
await writeFile(documentFile, document)
await writeFile(
  schemaFile,
  `// Made by "npm run client" from openapi.json (${sha256(document).slice(0, 16)}). Do not edit.\n${await generated()}`,
)

async function documentOf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-client-'))
  const config = readConfig({ STANDPOINT_DATA: folder })
  const log = createLog('error')
  try {
    await using runtime = await openRuntime(config, { log })
    const app = await openApi({ runtime, config, engines: openEngines(config), log })
    const { body } = await app.inject('/openapi.json')
    await app.close()
    return `${JSON.stringify(JSON.parse(body), undefined, 2)}\n`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function generated(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-client-'))
  try {
    const out = join(folder, 'schema.ts')
    const { status, stderr } = spawnSync('npx', ['-y', ...GENERATOR, documentFile.pathname, '-o', out], {
      encoding: 'utf8',
      cwd: folder,
    })
    if (status !== 0) throw new Error(stderr)
    return await readFile(out, 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
