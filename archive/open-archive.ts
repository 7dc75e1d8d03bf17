import { createReadStream } from 'node:fs'
import { glob, readdir, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { allFormats } from './formats/all.ts'
import { type ArchiveRecord, asArticleFault, type Format, type Source } from './formats/format.ts'
import { endingOf } from './recognise.ts'
import { peek, unpack } from './unpack.ts'

export type Archive = {
  /** Names of the files, relative to the archive, in the order in which they are read. */
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
  if (input === '-') return { files: [STANDARD_INPUT], skipped: [], records: () => readStandardInput(stdin) }
  const files = await filesOf(input)
  const known = files.flatMap((file) => {
    const format = formatOf(file.name)
    return format === undefined ? [] : [{ ...file, format }]
  })
  if (known.length === 0) throw nothingToRead(input, files)
  return {
    files: known.map((file) => file.name),
    skipped: files.filter((file) => formatOf(file.name) === undefined).map((file) => file.name),
    records: async function* () {
      for (const { path, name, format } of known) yield* readFile(path, name, format)
    },
  }
}

type File = { path: string; name: string }

async function filesOf(input: string): Promise<File[]> {
  const kind = await stat(input).catch(() => undefined)
  if (kind?.isDirectory()) return filesIn(input)
  if (kind !== undefined) return [{ path: input, name: basename(input) }]
  const matches: string[] = []
  if (/[*?[{]/.test(input)) for await (const match of glob(input)) matches.push(match)
  const files: File[] = []
  for (const match of matches.sort()) {
    if (await isFile(match)) files.push({ path: match, name: slashed(match) })
  }
  if (files.length > 0) return files
  throw new StandpointError('INPUT_MISSING', 'There is no such file, folder or pattern with a match', {
    where: input,
    fix: 'Give a file, a folder, a quoted pattern such as "news/*.txt", or - for standard input.',
  })
}

/** All files of a folder and its folders; hidden ones are left out, links to files are followed. */
async function filesIn(folder: string): Promise<File[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: File[] = []
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const name = slashed(relative(folder, path))
    if (name.split('/').some((part) => part.startsWith('.'))) continue
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push({ path, name })
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

function nothingToRead(input: string, files: readonly File[]): StandpointError {
  const endings = allFormats.flatMap((format) => format.extensions).join(' ')
  if (files.length === 0) {
    const fix = `Put articles into it: ${endings}, each also with .gz.`
    return new StandpointError('INPUT_EMPTY', 'The folder holds no file', { where: input, fix })
  }
  const what =
    files.length === 1 ? 'The file has no known ending' : `None of the ${files.length} files has a known ending`
  const fix = `Known endings are ${endings}, each also with .gz; give the text of one article by standard input, with "-".`
  return new StandpointError('FORMAT_UNKNOWN', what, { where: input, fix })
}

type LazyFormat = (typeof allFormats)[number]

function formatOf(name: string): LazyFormat | undefined {
  const extension = extname(name.toLowerCase().replace(/\.gz$/, ''))
  return allFormats.find((format) => format.extensions.includes(extension))
}

async function* readFile(path: string, name: string, format: LazyFormat): AsyncIterable<ArchiveRecord> {
  yield* readBytes(createReadStream(path), name.replace(/\.gz$/i, ''), format)
}

/** A fault of the file itself (unreadable, broken gzip) becomes one record that names it. */
async function* readBytes(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  lazy: LazyFormat,
): AsyncIterable<ArchiveRecord> {
  try {
    const format: Format = await lazy.load()
    const source: Source = { name, bytes: await unpack(bytes, name) }
    yield* format.read(source)
  } catch (cause) {
    yield { kind: 'fault', id: name, error: asArticleFault(cause, name) }
  }
}

/** Standard input has no ending: how it begins tells what it is. */
async function* readStandardInput(stdin: AsyncIterable<Uint8Array>): AsyncIterable<ArchiveRecord> {
  try {
    const { head, rest } = await peek(await unpack(stdin, STANDARD_INPUT))
    const format = formatOf(`stdin${endingOf(head)}`)
    if (format !== undefined) yield* readBytes(rest, STANDARD_INPUT, format)
  } catch (cause) {
    yield { kind: 'fault', id: STANDARD_INPUT, error: asArticleFault(cause, STANDARD_INPUT) }
  }
}

const STANDARD_INPUT = '-'

/** Whether an id only says that an article came by standard input (`-`, `-:7`): its content hash takes the place. */
export function isPlaceInStandardInput(id: string): boolean {
  return /^-(?::\d+)?$/.test(id)
}
