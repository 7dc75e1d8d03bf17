import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { RawArticle } from '../../pipeline/schema/article.ts'
import { openArchive } from '../open-archive.ts'
import type { ArchiveRecord, Format } from './format.ts'

export type FormatSample = {
  /** With its dot. */
  extension: string
  content: string
  /** What must be read from it; ids are left out, they are the suite's. */
  articles: readonly Omit<RawArticle, 'id'>[]
}
/** A file of many records in which one is broken: where the fault must be, and the texts that must be read all the same. */
export type BrokenRecord = { content: string; line: number; texts: readonly string[] }

/** What every archive format promises. `broken` and `record` only where a file holds many articles. */
export function formatSuite(
  format: Format,
  sample: FormatSample,
  many?: { broken: BrokenRecord; header: string; record: string },
): void {
  const { extension } = sample
  describe(`the format ${format.name}`, () => {
    it('reads its sample', async () => {
      expect(articlesIn(await readAll(sample.content, extension))).toEqual(sample.articles)
    })
    it('reads its sample gzipped, and names it without the ending .gz', async () => {
      const records = await readAll(gzipSync(sample.content), `${extension}.gz`)
      expect(articlesIn(records)).toEqual(sample.articles)
      expect(idsOf(records).join()).not.toContain('.gz')
    })
    it('reads its sample behind a byte order mark', async () => {
      expect(articlesIn(await readAll(`\uFEFF${sample.content}`, extension))).toEqual(sample.articles)
    })
    it('refuses a file that is empty', async () => {
      expect(faultsIn(await readAll('', extension))).toEqual([{ code: 'ARTICLE_EMPTY', where: `news${extension}` }])
    })
    it('refuses bytes that are not UTF-8', async () => {
      const latin1 = Buffer.from(sample.content.replace(/e/g, 'é'), 'latin1')
      expect(codesIn(await readAll(latin1, extension))).toContain('ARTICLE_ENCODING')
    })
    it('refuses UTF-16 and says so', async () => {
      const [record] = await readAll(Buffer.from(`\uFEFF${sample.content}`, 'utf16le'), extension)
      expect(record).toMatchObject({ kind: 'fault', error: { code: 'ARTICLE_ENCODING' } })
      expect(record?.kind === 'fault' && record.error.message).toContain('UTF-16')
    })
    it('gives no article for binary data', async () => {
      const records = await readAll(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)), extension)
      expect(records.length).toBeGreaterThan(0)
      expect(articlesIn(records)).toEqual([])
    })
    it('refuses gzip that breaks off', async () => {
      const packed = gzipSync(sample.content)
      const records = await readAll(packed.subarray(0, packed.length - 12), `${extension}.gz`)
      expect(records.at(-1)).toMatchObject({ kind: 'fault', error: { message: expect.stringContaining('gzip') } })
    })
    it('refuses 50 MB on one line without holding them', async () => {
      const peak = await peakOf(format, `news${extension}`, linesOf(Buffer.alloc(1_000_000, 'a'), 50))
      expect(peak.codes).toEqual(['ARTICLE_TOO_LARGE'])
      expect(peak.megabytes).toBeLessThan(120)
    })
    if (many !== undefined) manyRecords(format, extension, many)
  })
}

function manyRecords(
  format: Format,
  extension: string,
  { broken, header, record }: { broken: BrokenRecord; header: string; record: string },
): void {
  it('names the line of a broken record and reads the rest', async () => {
    const records = await readAll(broken.content, extension)
    expect(articlesIn(records).map((article) => article.text)).toEqual(broken.texts)
    expect(faultsIn(records)).toEqual([{ code: 'RECORD_INVALID', where: `news${extension}:${broken.line}` }])
  })
  it('names a record without an id by file and line', async () => {
    const [first] = await readAll(`${header}${record}`, extension)
    const line = header === '' ? 1 : 2
    expect(first).toMatchObject({ kind: 'article', article: { id: `news${extension}:${line}` } })
  })
  it('reads 30,000 records in constant memory', async () => {
    const chunk = Buffer.from(record.repeat(1000))
    const peak = await peakOf(format, `news${extension}`, linesOf(Buffer.from(header), 1, chunk, 30))
    expect(peak.articles).toBe(30_000)
    expect(peak.megabytes).toBeLessThan(120)
  })
}

/** Reads a file of the given content as an archive. */
export async function readAll(content: string | Uint8Array, ending: string): Promise<ArchiveRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-format-'))
  try {
    const file = join(folder, `news${ending}`)
    await writeFile(file, content)
    const archive = await openArchive(file, { stdin: nothing() })
    return await Array.fromAsync(archive.records())
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

async function* linesOf(...parts: (Uint8Array | number)[]): AsyncIterable<Uint8Array> {
  for (let at = 0; at < parts.length; at += 2) {
    const [bytes, times] = [parts[at], parts[at + 1]]
    for (let count = 0; count < Number(times); count++) if (bytes instanceof Uint8Array) yield bytes
  }
}

/** What reading holds at most beside what was there before. */
async function peakOf(format: Format, name: string, bytes: AsyncIterable<Uint8Array>) {
  const before = process.memoryUsage()
  let megabytes = 0
  let articles = 0
  const codes: string[] = []
  for await (const record of format.read({ name, bytes })) {
    if (record.kind === 'article') articles++
    else codes.push(record.error.code)
    if (articles % 1000 > 0) continue
    const { heapUsed, external } = process.memoryUsage()
    megabytes = Math.max(megabytes, (heapUsed + external - before.heapUsed - before.external) / 1e6)
  }
  return { megabytes, articles, codes }
}

function articlesIn(records: readonly ArchiveRecord[]): Omit<RawArticle, 'id'>[] {
  return records.flatMap((record) => {
    if (record.kind === 'fault') return []
    const { id: _id, ...fields } = record.article
    return [fields]
  })
}

function faultsIn(records: readonly ArchiveRecord[]) {
  return records.flatMap((record) =>
    record.kind === 'fault' ? [{ code: record.error.code, where: record.error.where }] : [],
  )
}

function codesIn(records: readonly ArchiveRecord[]): string[] {
  return faultsIn(records).map((fault) => fault.code)
}

function idsOf(records: readonly ArchiveRecord[]): string[] {
  return records.map((record) => (record.kind === 'article' ? record.article.id : record.id))
}
