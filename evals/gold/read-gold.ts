import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { toArticle } from '../../pipeline/text/article.ts'
import { Annotation, SecondAnnotation } from './annotation.ts'
import { type Draft, draftOf } from './draft.ts'
import { type Placed, placeAnnotation } from './place-annotation.ts'

export const HALVES = ['development', 'test'] as const
export type Half = (typeof HALVES)[number]

/** An annotated article. `half`: undefined where its folder has no halves. */
export type GoldArticle = { id: string; half: Half | undefined; article: Article } & Placed
export type GoldActor = Placed['actors'][number]
export type GoldStance = Placed['stances'][number]
export type GoldReaction = Placed['reactions'][number]

const GOLD_FOLDER = import.meta.dirname

/**
 * Every annotated article of a folder, ours where none is named. The pairs of files stand in the folder itself, or in folders
 * `development` and `test` in it, of which `halves` are read.
 * @throws StandpointError GOLD_INVALID naming every fault of every file at once
 */
export async function readGold({
  halves = HALVES,
  folder = GOLD_FOLDER,
}: {
  halves?: readonly Half[]
  folder?: string
} = {}): Promise<GoldArticle[]> {
  const { read, faults } = await readFolder(folder, { halves })
  if (faults.length > 0) throw invalid(faults, shownName(folder))
  return read
}

type Twice = {
  twice: { first: GoldArticle; second: GoldArticle }[]
  lone: { first: string[]; second: string[] }
}

/**
 * The second pass: the same articles annotated by somebody who had the guidelines and not the first annotation; ours, or those of
 * two folders. The articles stand in the first; `lone` are names that only one of the two has.
 * @throws StandpointError GOLD_INVALID naming every fault of every file at once, or that no article is in both
 */
export async function readTwice({
  first = GOLD_FOLDER,
  second = join(GOLD_FOLDER, 'second'),
}: {
  first?: string
  second?: string
} = {}): Promise<Twice> {
  const { read, faults } = await readFolder(first, { isAsMade: true })
  const again = await readSecond(second, read)
  const all = [
    ...faults.map((fault) => `${shownName(first)}/${fault}`),
    ...again.faults.map((fault) => `${shownName(second)}/${fault}`),
  ]
  if (all.length > 0) throw invalid(all, `${shownName(first)} and ${shownName(second)}`)
  const twice = read.flatMap((one) => {
    const other = again.read.find(({ id }) => id === one.id)
    return other === undefined ? [] : [{ first: one, second: other }]
  })
  if (twice.length === 0) throw nothingTwice(first, second)
  const firstOnly = read.map(({ id }) => id).filter((id) => twice.every((each) => each.first.id !== id))
  return { twice, lone: { first: firstOnly, second: again.lone } }
}

function nothingTwice(first: string, second: string): StandpointError {
  return new StandpointError('GOLD_INVALID', 'No article is annotated in both folders', {
    where: `${shownName(first)} and ${shownName(second)}`,
    fix: 'The second folder holds annotations (NAME.yaml) of the same names as those of the first.',
  })
}

type Reading = { read: GoldArticle[]; faults: string[] }

type Options = { halves?: readonly Half[]; isAsMade?: boolean }

async function readFolder(folder: string, { halves = HALVES, isAsMade }: Options): Promise<Reading> {
  const all: Reading = { read: [], faults: [] }
  for (const { half, path } of await partsOf(folder, halves)) {
    for (const name of await namesIn(path)) {
      const { gold, faults } = await readPair(join(path, name), { id: name, half, isAsMade })
      all.faults.push(...faults.map((fault) => `${half === undefined ? '' : `${half}/`}${name}${fault}`))
      if (gold !== undefined) all.read.push(gold)
    }
  }
  return all
}

/** The folder itself, or those of the halves that it has. */
async function partsOf(folder: string, halves: readonly Half[]): Promise<{ half?: Half; path: string }[]> {
  const entries = await entriesOf(folder)
  if (entries.some(isPart)) return [{ path: folder }]
  const parts = halves.filter((half) => entries.includes(half)).map((half) => ({ half, path: join(folder, half) }))
  if (parts.length > 0) return parts
  throw new StandpointError('GOLD_INVALID', 'There is no annotated article in this folder', {
    where: halves.length === HALVES.length ? folder : `${folder}, ${halves.join(' and ')} half`,
    fix: 'An article (NAME.txt) and its annotation (NAME.yaml) stand in the folder itself, or in folders "development" and "test" in it; evals/gold/GUIDELINES.md describes them.',
  })
}

/** Without their endings; an article and its annotation bear one name. */
async function namesIn(path: string): Promise<string[]> {
  const entries = await entriesOf(path)
  return [...new Set(entries.filter(isPart).map((file) => file.replace(/\.[a-z]+$/, '')))].sort()
}

function isPart(file: string): boolean {
  return file.endsWith('.txt') || file.endsWith('.yaml')
}

async function entriesOf(path: string): Promise<string[]> {
  return readdir(path).catch((cause: unknown) => {
    throw new StandpointError('GOLD_INVALID', 'This is no folder that can be read', {
      where: path,
      fix: 'Name a folder that holds articles (NAME.txt) and their annotations (NAME.yaml).',
      cause,
    })
  })
}

type Pair = { gold?: GoldArticle; faults: string[] }

/** `path` has no ending; each fault begins with the one that it is of. */
async function readPair(
  path: string,
  { id, half, isAsMade }: { id: string; half?: Half; isAsMade?: boolean },
): Promise<Pair> {
  const text = await contentOf(`${path}.txt`)
  const yaml = await contentOf(`${path}.yaml`)
  if (yaml === undefined) return { faults: [`.txt: its annotation, ${id}.yaml, is missing`] }
  const draft = draftOf(yaml, isAsMade ? SecondAnnotation : Annotation)
  const ofDraft = draft.faults.map((fault) => `.yaml: ${fault}`)
  if (text === undefined) return { faults: [`.yaml: its article, ${id}.txt, is missing`, ...ofDraft] }
  const article = articleOf(text, id, draft)
  if (typeof article === 'string') return { faults: [`.txt: ${article}`, ...ofDraft] }
  return pairOf(draft, article, { half, isAsMade })
}

/** `lone`: annotations of what the first folder does not have. */
async function readSecond(folder: string, firsts: readonly GoldArticle[]): Promise<Reading & { lone: string[] }> {
  const all = { read: [] as GoldArticle[], faults: [] as string[], lone: [] as string[] }
  for (const name of await namesIn(folder)) {
    const yaml = await contentOf(join(folder, `${name}.yaml`))
    if (yaml === undefined) continue
    const first = firsts.find(({ id }) => id === name)
    if (first === undefined) {
      all.lone.push(name)
      continue
    }
    const { gold, faults } = pairOf(draftOf(yaml, SecondAnnotation), first.article, {
      half: first.half,
      isAsMade: true,
    })
    all.faults.push(...faults.map((fault) => `${name}${fault}`))
    if (gold !== undefined) all.read.push(gold)
  }
  return all
}

function pairOf(draft: Draft, article: Article, { half, isAsMade }: { half?: Half; isAsMade?: boolean }): Pair {
  const { placed, faults } = placeAnnotation(draft, article, { isAsMade })
  return {
    gold: placed && { id: article.id, half, article, ...placed },
    faults: faults.map((fault) => `.yaml: ${fault}`),
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw new StandpointError('GOLD_INVALID', `The file cannot be read: ${cause.message}`, { where: path, cause })
  })
}

/** A string is the fault of the text. */
function articleOf(text: string, id: string, { title, language }: Draft): Article | string {
  try {
    return toArticle({ id, text, title, language })
  } catch (error) {
    if (error instanceof StandpointError) return error.message
    throw error
  }
}

/** Our own folder as a reader of the repository knows it. */
function shownName(folder: string): string {
  return folder.startsWith(GOLD_FOLDER) ? `evals/gold${folder.slice(GOLD_FOLDER.length)}` : folder
}

/** The folder stands on a line of its own, so that one fault looks as several do. */
function invalid(faults: readonly string[], folder: string): StandpointError {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  return new StandpointError('GOLD_INVALID', `The gold annotations have ${count}`, {
    where: [`in ${folder}:`, ...faults].join('\n'),
    fix: 'Mend each in the file that is named; evals/gold/GUIDELINES.md tells what every field holds.',
  })
}
