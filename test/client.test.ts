import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStandpoint, ProblemError } from '../client/client.ts'
import { sha256 } from '../pipeline/schema/hash.ts'
import { newPlace, numberedReports, reportOn, type TestPlace } from './places.ts'
import { type Served, serveIn } from './served.ts'
import { onPath } from './servers.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')

describe('what others integrate with', { timeout: 60_000 }, () => {
  let place: TestPlace
  let served: Served
  beforeAll(async () => {
    place = await newPlace(undefined)
    served = await serveIn(place)
  })
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]()
    await place?.[Symbol.asyncDispose]()
  })
  const example = async (program: string, name: string, ...args: string[]) => {
    const env = { PATH: process.env.PATH, STANDPOINT_URL: served.url, STANDPOINT_KEY: served.key }
    return (await run(program, [join('client', 'examples', name), ...args], { cwd: root, env })).stdout
  }
  const WHO_STANDS_WHERE = [
    'hauliers association: oppose  "The hauliers association opposes the tolls."',
    `Ida Brook: support  ""We support the tolls, because the bridge must be paid for," said Mayor Ida Brook."`,
  ]

  it('is the document that the server gives ("npm run client" writes it anew)', async () => {
    const written = await readFile(join(root, 'client/openapi.json'), 'utf8')
    expect(JSON.parse(written)).toEqual((await served.call('GET', '/openapi.json')).json)
    expect(await readFile(join(root, 'client/schema.ts'), 'utf8')).toContain(
      `openapi.json (${sha256(written).slice(0, 16)})`,
    )
  })

  it('is shown with curl', async () => {
    const submitted = JSON.parse(await example('sh', 'submit.sh'))
    expect(submitted).toMatchObject({
      state: 'done',
      article: { title: 'Council votes on bridge tolls', outlet: 'Arlen Post' },
    })
    const watched = await example('sh', 'watch.sh', submitted.id)
    expect(watched).toContain('"step":"stances","phase":"settled"')
    const file = join(place.folder, 'articles.jsonl')
    const lines = Object.entries(numberedReports(3)).map(([id, text]) => JSON.stringify({ id, text }))
    await writeFile(file, lines.join('\n'))
    const results = (await example('sh', 'batch.sh', file))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(results).toEqual(Object.keys(numberedReports(3)))
  })

  it('is shown in TypeScript', async () => {
    const said = (await example(process.execPath, 'analyse.ts')).trim().split('\n')
    expect(said).toEqual(expect.arrayContaining(WHO_STANDS_WHERE))
  })

  it.skipIf(onPath('python3') === undefined)('is shown in Python', async () => {
    const said = (await example('python3', 'analyse.py')).trim().split('\n')
    expect(said).toEqual(expect.arrayContaining(WHO_STANDS_WHERE))
  })

  it('is called by a typed client, which gives results and throws what was wrong', async () => {
    const standpoint = openStandpoint({ url: served.url, key: served.key })
    const result = await standpoint.analyse({ id: 'by-client', text: reportOn('clients') })
    expect([result.id, result.analysis.schemaVersion]).toEqual(['by-client', 1])
    const wrong = await standpoint.submit({ text: 'x' }).catch((error: unknown) => error)
    expect(wrong).toBeInstanceOf(ProblemError)
    expect(wrong).toMatchObject({ problem: { code: 'ARTICLE_UNREADABLE_TEXT', status: 422 } })
    const { error } = await openStandpoint({ url: served.url, key: 'sp_none' }).api.GET('/v1/keys')
    expect(error?.code).toBe('KEY_REFUSED')
  })
})
