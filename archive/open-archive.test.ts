import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articleOfRecord } from './article-of-record.ts'
import type { ArchiveRecord } from './formats/format.ts'
import { openArchive } from './open-archive.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-archive-'))
})
afterEach(() => rm(folder, { recursive: true }))

const text = 'The ferries sail again, said the chair of the board on Monday.'

describe('an archive', () => {
  it('is a folder with its folders, read in order of names', async () => {
    await mkdir(join(folder, 'a'))
    for (const name of ['b.txt', 'a/z.txt', '.hidden.txt']) await writeFile(join(folder, name), text)
    await writeFile(join(folder, 'a', 'y.txt.gz'), gzipSync(text))
    const archive = await open(folder)
    expect(archive.files).toEqual(['a/y.txt.gz', 'a/z.txt', 'b.txt'])
    expect(idsOf(await Array.fromAsync(archive.records()))).toEqual(['a/y.txt', 'a/z.txt', 'b.txt'])
  })

  it('names the files that it passes over', async () => {
    for (const name of ['a.txt', 'b.pdf', 'c.txt.bak']) await writeFile(join(folder, name), text)
    expect((await open(folder)).skipped).toEqual(['b.pdf', 'c.txt.bak'])
  })

  it('is a pattern', async () => {
    for (const name of ['a.txt', 'b.md', 'c.txt']) await writeFile(join(folder, name), text)
    const archive = await open(join(folder, '*.txt'))
    expect(archive.files.map((name) => name.slice(-5))).toEqual(['a.txt', 'c.txt'])
  })

  it('goes on after a file that cannot be read', async () => {
    await writeFile(join(folder, 'a.txt'), text)
    await writeFile(join(folder, 'b.txt'), text)
    const archive = await open(folder)
    await rm(join(folder, 'a.txt'))
    const records = await Array.fromAsync(archive.records())
    expect(records).toMatchObject([{ kind: 'fault', id: 'a.txt' }, { kind: 'article' }])
    expect(records[0]?.kind === 'fault' && records[0].error.where).toBe('a.txt')
  })

  it('follows a link to a file', async () => {
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'a', 'real.txt'), text)
    await symlink(join(folder, 'a', 'real.txt'), join(folder, 'link.txt'))
    expect((await open(folder)).files).toEqual(['a/real.txt', 'link.txt'])
  })

  it.each([
    ['a name that nothing has', 'nowhere', 'INPUT_MISSING'],
    ['a pattern without a match', '*.none', 'INPUT_MISSING'],
    ['an empty folder', 'empty', 'INPUT_EMPTY'],
    ['a folder of pictures', 'pictures', 'FORMAT_UNKNOWN'],
    ['a file of unknown ending', 'pictures/a.png', 'FORMAT_UNKNOWN'],
  ])('cannot be %s', async (_what, name, code) => {
    await mkdir(join(folder, 'empty'))
    await mkdir(join(folder, 'pictures'))
    await writeFile(join(folder, 'pictures', 'a.png'), 'x')
    await expect(open(join(folder, name))).rejects.toMatchObject({ code })
  })
})

describe('standard input', () => {
  it.each([
    ['plain text', `${text}\n`, [text]],
    [
      'JSON lines',
      `${JSON.stringify({ text })}\n${JSON.stringify({ text: `${text} Again.` })}`,
      [text, `${text} Again.`],
    ],
    ['a page', `<html><body><article><p>${text} ${text}</p></article></body></html>`, [`${text} ${text}`]],
  ])('is read as %s', async (_what, content, texts) => {
    expect((await read(content)).map((record) => textOf(record).trim())).toEqual(texts)
  })

  it('may be gzipped', async () => {
    expect((await read(gzipSync(JSON.stringify({ text })))).map(textOf)).toEqual([text])
  })

  it('names what has no id of its own by its content hash', async () => {
    const records = await read(`${JSON.stringify({ text })}\n${JSON.stringify({ id: 'mine', text })}`)
    const [first, second] = records.map((record) =>
      record.kind === 'article' ? articleOfRecord(record.article) : undefined,
    )
    expect(first).toMatchObject({ id: first?.contentHash })
    expect(second).toMatchObject({ id: 'mine' })
  })
})

function open(input: string) {
  return openArchive(input, { stdin: streamOf('') })
}

async function read(content: string | Uint8Array): Promise<ArchiveRecord[]> {
  const archive = await openArchive('-', { stdin: streamOf(content) })
  return Array.fromAsync(archive.records())
}

async function* streamOf(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content)
  if (bytes.length > 0) yield bytes
}

function idsOf(records: readonly ArchiveRecord[]): string[] {
  return records.map((record) => (record.kind === 'article' ? record.article.id : record.id))
}

function textOf(record: ArchiveRecord): string {
  return record.kind === 'article' ? record.article.text : record.error.code
}
