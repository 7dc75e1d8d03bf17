import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Result } from '../pipeline/schema/analysis.ts'
import { type Run, runStandpoint } from './run-standpoint.ts'

// The real command line, as a person starts it: through the launcher, with whatever Node the machine has.
const root = fileURLToPath(new URL('..', import.meta.url))
const samples = join(root, 'samples')
const article = `BRANNOCH, May 4 — The ferry board of Brannoch voted on Monday to let all three ships sail again after a strike of nine weeks.

“We sail again, and we sail together,” said its chair, Ida Brandt, who praised the crews for their patience.

Tomas Eide, the secretary of the crews’ union, rejected the new timetable as unfair. He said that the union would take it to court.
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-cli-'))
  await writeFile(at('ferries.txt'), article)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.concurrent('standpoint analyze', { timeout: 60_000 }, () => {
  it('prints the analysis of an article for a person', async () => {
    const { stdout, status } = await standpoint('analyze', at('ferries.txt'))
    expect(status).toBe(0)
    for (const words of ['SUMMARY', 'WHO STANDS WHERE', 'Ida Brandt', 'Tomas Eide', 'No language model was used']) {
      expect(stdout).toContain(words)
    }
    expect(stdout).not.toContain('\u001b')
  })

  it('answers with one document that keeps to its published schema', async () => {
    const [{ stdout }, schema] = await Promise.all([
      standpoint('analyse', at('ferries.txt'), '--json'),
      standpoint('schema'),
    ])
    const validate = new Ajv2020({ strict: false }).compile(
      z.record(z.string(), z.unknown()).parse(JSON.parse(schema.stdout)),
    )
    expect(validate(JSON.parse(stdout)) ? [] : validate.errors).toEqual([])
    const { analysis, text } = Result.parse(JSON.parse(stdout))
    for (const { evidence } of [...analysis.stances, ...analysis.reactions]) {
      for (const { start, end, text: words } of evidence) expect(text?.slice(start, end)).toBe(words)
    }
  })

  it('reads standard input, and writes a page', async () => {
    const { stdout, status } = await standpoint('analyze', '-', '--json', '--html', at('page.html'), { input: article })
    const { id, contentHash } = Result.parse(JSON.parse(stdout))
    expect(status).toBe(0)
    expect(id).toBe(contentHash)
    expect(await readFile(at('page.html'), 'utf8')).toContain('We sail together'.slice(3))
  })

  it('asks given questions', async () => {
    const { stdout } = await standpoint(
      'analyze',
      at('ferries.txt'),
      '--json',
      '--target',
      'the rail tunnel',
      '--actor',
      'Mira Holt',
    )
    const { analysis } = Result.parse(JSON.parse(stdout))
    expect(analysis.issues.find((issue) => issue.given)?.statement).toBe('the rail tunnel')
    expect(analysis.actors.find((actor) => actor.given)?.name).toBe('Mira Holt')
  })
})

describe('standpoint batch', { timeout: 90_000 }, () => {
  it('analyses an archive, tells what failed, and does nothing twice', async () => {
    const input = at('news')
    await mkdir(input)
    const good = JSON.stringify({ id: 'ferries', text: article })
    await writeFile(
      join(input, 'wire.jsonl'),
      `${good}\n{"id": "broken\n${JSON.stringify({ id: 'again', text: article })}\n`,
    )
    await writeFile(join(input, 'market.html'), await readFile(join(samples, 'archive', '12-night-market.html')))
    await writeFile(join(input, 'picture.png'), 'png')
    const out = at('results.jsonl')
    const args = ['batch', input, '--out', out, '--html', at('results.html'), '--data', at('data'), '--json']
    const first = await standpoint(...args)
    expect(first.status).toBe(3)
    expect(first.stderr).toContain('picture.png')
    expect(JSON.parse(first.stdout)).toMatchObject({ total: 4, done: 3, failed: 1, reused: 0 })
    expect(await idsIn(out)).toEqual(['market.html', 'ferries', 'again'])
    expect(await linesOf(at('results.failures.jsonl'))).toMatchObject([{ id: 'wire.jsonl:2', code: 'RECORD_INVALID' }])
    expect(await readFile(at('results.html'), 'utf8')).toContain('Night market shut for two weeks')
    const before = await readFile(out, 'utf8')
    const second = await standpoint(...args)
    expect(JSON.parse(second.stdout)).toMatchObject({ total: 4, done: 3, failed: 1, reused: 3 })
    expect(await readFile(out, 'utf8')).toBe(before)
    const status = await standpoint('status', '--data', at('data'), '--json')
    expect(JSON.parse(status.stdout)).toMatchObject({ counts: { done: 2, failed: 0 } })
    const [failed, ledger] = [
      await standpoint('failed', '--data', at('data')),
      await standpoint('ledger', '--data', at('data')),
    ]
    expect([failed.stdout, ledger.stdout]).toEqual([
      'Nothing has failed.\n',
      'No call of a model has been written down.\n',
    ])
  })
})

describe.concurrent('an article that cannot be analysed', { timeout: 60_000 }, () => {
  it.each([
    ['an empty file', 'hostile/empty.txt', 'ARTICLE_EMPTY'],
    ['a consent dialogue', 'hostile/cookie-wall.html', 'ARTICLE_NOT_FOUND_IN_PAGE'],
    ['navigation', 'hostile/navigation.txt', 'ARTICLE_UNREADABLE_TEXT'],
    ['another encoding', 'hostile/latin1.txt', 'ARTICLE_ENCODING'],
    ['a file of unknown kind', 'hostile/binary.bin', 'FORMAT_UNKNOWN'],
  ])('is refused by name: %s', async (_what, file, code) => {
    await expectRefused([join(samples, file)], code)
  })

  it.each([
    ['binary data', 'data.txt', Buffer.alloc(4096, '\u0001\u0000a'), 'ARTICLE_BINARY'],
    ['200 KB of one letter', 'letter.txt', Buffer.alloc(200_000, 'a'), 'ARTICLE_UNREADABLE_TEXT'],
    ['50 MB on one line', 'line.txt', Buffer.alloc(50_000_000, 'word '), 'ARTICLE_TOO_LARGE'],
    ['UTF-16', 'wide.txt', Buffer.from(`\uFEFF${article}`, 'utf16le'), 'ARTICLE_ENCODING'],
    ['broken gzip', 'broken.txt.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'RECORD_INVALID'],
  ])('is refused by name: %s', async (_what, name, content, code) => {
    await writeFile(at(name), content)
    await expectRefused([at(name)], code)
  })
})

describe.concurrent('a run that cannot be done', { timeout: 60_000 }, () => {
  it.each([
    ['a missing file', ['analyze', 'no-such-file.txt'], 1, 'INPUT_MISSING'],
    ['a missing archive', ['batch', 'no-such-folder', '--out', 'r.jsonl'], 1, 'INPUT_MISSING'],
    ['an unknown option', ['analyze', 'ferries.txt', '--colour'], 2, '--colour'],
    ['an unknown command', ['summarise'], 2, 'summarise'],
    ['an unknown schema', ['schema', 'poem'], 2, 'OPTION_INVALID'],
    ['a task that is no number', ['failed', '--retry', 'ferries'], 2, 'OPTION_INVALID'],
    ['no results file', ['batch', '.'], 2, '--out'],
    ['results over the input', ['batch', 'ferries.txt', '--out', 'ferries.txt'], 1, 'OUTPUT_UNWRITABLE'],
    ['results among the input', ['batch', '.', '--out', 'r.jsonl'], 1, 'OUTPUT_UNWRITABLE'],
    ['a language that is none', ['analyze', 'ferries.txt', '--language', 'klingon'], 2, 'OPTION_INVALID'],
    ['results in no folder', ['batch', 'ferries.txt', '--out', 'no/r.jsonl'], 1, 'OUTPUT_UNWRITABLE'],
    ['a server with a mode', ['serve', '--mode', 'guided'], 2, 'each request may name its own'],
    ['a model that nobody serves', ['analyze', 'ferries.txt', '--model', 'x'], 1, 'MODEL_UNREACHABLE'],
    [
      'a batch with such a model',
      ['batch', 'ferries.txt', '--out', 'x.jsonl', '--data', 'x-data', '--model', 'x'],
      1,
      'MODEL_UNREACHABLE',
    ],
  ])('stops at once: %s', async (_what, args, status, words) => {
    const run = await standpoint(...args)
    expect(run.stderr).toContain(words)
    expect(run.status).toBe(status)
    expect(run.stdout).toBe('')
  })

  it('tells its error as JSON where that is asked for', async () => {
    const { stderr } = await standpoint('analyze', 'no-such-file.txt', '--json')
    expect(JSON.parse(stderr)).toMatchObject({ code: 'INPUT_MISSING', where: 'no-such-file.txt' })
  })
})

it('a run that cannot be done leaves nothing half-written', async () => {
  for (const name of ['x.jsonl', 'x.jsonl.part', 'x.failures.jsonl', 'r.jsonl']) {
    await expect(readFile(at(name))).rejects.toMatchObject({ code: 'ENOENT' })
  }
})

describe.concurrent('standpoint prompts', { timeout: 60_000 }, () => {
  it('shows what a model would get', async () => {
    const { stdout, status } = await standpoint('prompts', 'show', 'actors', at('ferries.txt'))
    expect(status).toBe(0)
    expect(stdout).toContain('[1] BRANNOCH, May 4 — The ferry board')
  })
  it('lists every prompt by its file, so that those of mode guided can be told from the others', async () => {
    const { stdout } = await standpoint('prompts', 'list')
    expect(stdout).toMatch(/^stances\/v1\.md +[0-9a-f]{12} {2}First version\.$/m)
    expect(stdout).toMatch(/^stances\/guided-v1\.md +[0-9a-f]{12} {2}First version\.$/m)
  })
  it('finds every prompt file in order', async () => {
    expect((await standpoint('prompts', 'check')).stdout).toContain('in order')
  })
})

function standpoint(...args: (string | { input: string })[]): Promise<Run> {
  const words = args.filter((arg) => typeof arg === 'string')
  return runStandpoint(words, folder, { input: args.find((arg) => typeof arg === 'object')?.input })
}

async function expectRefused(args: string[], code: string): Promise<void> {
  const { status, stdout, stderr } = await standpoint('analyze', ...args)
  expect(stderr).toContain(`(${code})`)
  expect(stdout).toBe('')
  expect(status).toBe(1)
}

function at(name: string): string {
  return join(folder, name)
}

async function linesOf(file: string): Promise<unknown[]> {
  return (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

async function idsIn(file: string): Promise<string[]> {
  return (await linesOf(file)).map((line) => Result.parse(line).id)
}
