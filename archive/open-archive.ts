import { createReadStream } from 'node:fs'
import { glob, readdir, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { createGunzip } from 'node:zlib'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { allFormats } from './formats/all.ts'
import { type ArchiveRecord, asArticleFault, type Format, type Source } from './formats/format.ts'

export type Archive = {
  /** Files in the order in which they are read; their names are relative to the archive. */
  files: readonly string[]
  /** Files that no format reads. */
  skipped: readonly string[]
  records(): AsyncIterable<ArchiveRecord>
}

/**
 * Opens what a person calls an archive: a file, a folder (with its folders, in order of names), a glob, or `-` for standard
 * input. Each file may be gzipped. Nothing is read before `records()` is.
 * @throws StandpointError INPUT_MISSING, INPUT_EMPTY or FORMAT_UNKNOWN
 */
export async function openArchive(input: string, { stdin }: { stdin: AsyncIterable<Uint8Array> }): Promise<Archive> {
  if (input === '-') return { files: ['-'], skipped: [], records: () => readStandardInput(stdin) }
  const found = await filesOf(input)
  const formats = found.files.map((file) => ({ ...file, format: formatOf(file.name) }))
  const known = formats.filter((file) => file.format !== undefined)
  if (known.length === 0) throw nothingToRead(input, found.files.length)
  return {
    files: known.map((file) => file.name),
    skipped: formats.filter((file) => file.format === undefined).map((file) => file.name),
    records: async function* () {
      for (const { path, name, format } of known) {
        if (format !== undefined) yield* readFile(path, name, format)
      }
    },
  }
}

type File = { path: string; name: string }

async function filesOf(input: string): Promise<{ files: File[] }> {
  const kind = await stat(input).catch(() => undefined)
  if (kind?.isDirectory()) return { files: await filesIn(input) }
  if (kind !== undefined) return { files: [{ path: input, name: input.split(sep).join('/') }] }
  const matches: string[] = []
  if (/[*?[{]/.test(input)) for await (const match of glob(input)) matches.push(match)
  const files: File[] = []
  for (const match of matches.sort()) {
    if ((await stat(match)).isFile()) files.push({ path: match, name: match.split(sep).join('/') })
  }
  if (files.length > 0) return { files }
  throw new StandpointError('INPUT_MISSING', 'There is no such file, folder or pattern with a match', {
    where: input,
    fix: 'Give a file, a folder, a quoted pattern such as "news/*.txt", or - for standard input.',
  })
}

async function filesIn(folder: string): Promise<File[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function nothingToRead(input: string, others: number): StandpointError {
  const endings = allFormats.flatMap((format) => format.extensions).join(' ')
  return others === 0
    ? new StandpointError('INPUT_EMPTY', 'The folder holds no file', {
        where: input,
        fix: `Put articles into it: ${endings}`,
      })
    : new StandpointError('FORMAT_UNKNOWN', `None of the ${others} file(s) has a known ending`, {
        where: input,
        fix: `Known endings are ${endings}, each also with .gz; pipe anything else in with "-".`,
      })
}

type LazyFormat = (typeof allFormats)[number]

function formatOf(name: string): LazyFormat | undefined {
  const extension = extname(name.toLowerCase().replace(/\.gz$/, ''))
  return allFormats.find((format) => format.extensions.includes(extension))
}

async function* readFile(path: string, name: string, lazy: LazyFormat): AsyncIterable<ArchiveRecord> {
  const id = name.replace(/\.gz$/i, '')
  yield* readBytes(createReadStream(path), id, await lazy.load())
}

/** A fault of the file itself (unreadable, broken gzip) becomes one record that names it. */
async function* readBytes(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  format: Format,
): AsyncIterable<ArchiveRecord> {
  try {
    const source: Source = { name, bytes: await unpack(bytes) }
    yield* format.read(source)
  } catch (cause) {
    yield { kind: 'fault', id: name, error: asArticleFault(cause, name) }
  }
}

/** Standard input has no ending: `{` begins JSON lines, `<` a page, anything else one article of plain text. */
async function* readStandardInput(stdin: AsyncIterable<Uint8Array>): AsyncIterable<ArchiveRecord> {
  const { head, rest } = await peek(await unpack(stdin))
  const start = Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()[0]
  const extension = start === '{' ? '.jsonl' : start === '<' ? '.html' : '.txt'
  const format = await allFormats.find((candidate) => candidate.extensions.includes(extension))?.load()
  if (format !== undefined) yield* readBytes(rest, STANDARD_INPUT, format)
}

/** The id of what standard input holds, until its content hash takes the place. */
export const STANDARD_INPUT = '-'

async function unpack(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const { head, rest } = await peek(bytes)
  return head[0] === 0x1f && head[1] === 0x8b ? gunzip(rest) : rest
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const { Readable } = await import('node:stream')
  const packed = Readable.from(bytes)
  const unpacked = createGunzip()
  packed.on('error', (error) => unpacked.destroy(error))
  yield* packed.pipe(unpacked)
}

/** The first bytes of a stream, and the whole stream. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done ? new Uint8Array() : first.value
  return {
    head,
    rest: (async function* () {
      if (!first.done) yield head
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    })(),
  }
}
