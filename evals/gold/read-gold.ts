import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Reaction, Stance } from '../../pipeline/schema/analysis.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import { toArticle } from '../../pipeline/text/article.ts'
import { Annotation, SecondAnnotation } from './annotation.ts'
import { findOnce, type Place } from './find-once.ts'
import { shapeFault } from './in-words.ts'
import { implausible } from './plausible.ts'

export const HALVES = ['development', 'test'] as const
export type Half = (typeof HALVES)[number]

/** An annotated article: the annotation with its verbatim words as places in the text. */
export type GoldArticle = {
  id: string
  half: Half | undefined
  article: Article
  hard: readonly string[]
  actors: readonly GoldActor[]
  issues: readonly { id: string; statement: string; evidence: Span }[]
  stances: readonly GoldStance[]
  reactions: readonly GoldReaction[]
  summaries: readonly string[]
  facts: Annotation['facts']
}
export type GoldActor = { id: string } & Annotation['actors'][string]
export type GoldStance = Pick<Stance, 'label' | 'voice'> & { actor: string; target: string; evidence: readonly Span[] }
export type GoldReaction = Pick<Reaction, 'kind' | 'polarity'> & {
  actor: string
  target?: string
  cue?: Span
  quote?: Span
  evidence: readonly Span[]
}

const GOLD_FOLDER = import.meta.dirname

/**
 * Every article of the halves that are asked for, or of another folder with the same kind of files.
 * @throws StandpointError GOLD_INVALID naming every fault of every file at once
 */
export async function readGold({
  halves = HALVES,
  folder,
}: {
  halves?: readonly Half[]
  folder?: string
} = {}): Promise<GoldArticle[]> {
  const folders =
    folder === undefined
      ? halves.map((half) => ({ path: join(GOLD_FOLDER, half), half }))
      : [{ path: folder, half: undefined }]
  const faults: string[] = []
  const gold: GoldArticle[] = []
  for (const { path, half } of folders) {
    const { annotations, lone } = await filesIn(path)
    faults.push(
      ...lone.map((file) => `${half ?? path}/${file}: its annotation, a .yaml file of the same name, is missing`),
    )
    for (const file of annotations) {
      const one = await readOne(join(path, file), half)
      if (one.faults.length > 0) faults.push(...one.faults.map((fault) => `${half ?? path}/${file}: ${fault}`))
      else if (one.gold) gold.push(one.gold)
    }
  }
  if (faults.length > 0) throw invalid(faults)
  return gold
}

/**
 * The second pass: the same articles annotated by somebody who had the guidelines and not the first annotation; ours, or those of
 * two folders. Of each the first annotation, and the second with nothing in place of summaries and facts.
 * @throws StandpointError GOLD_INVALID naming every fault of every file at once
 */
export async function readTwice({
  folder,
  second: secondFolder = join(GOLD_FOLDER, 'second'),
}: {
  folder?: string
  second?: string
} = {}): Promise<{ first: GoldArticle; second: GoldArticle }[]> {
  const gold = await readGold({ folder })
  const faults: string[] = []
  const twice: { first: GoldArticle; second: GoldArticle }[] = []
  for (const first of gold) {
    const path = join(secondFolder, `${first.id}.yaml`)
    const content = await readFile(path, 'utf8').catch(() => undefined)
    if (content === undefined) continue
    const annotation = annotationIn(content, SecondAnnotation)
    const one: Read =
      'faults' in annotation ? annotation : placed(annotation, first.article, { half: first.half, isAsMade: true })
    if (one.faults.length > 0) faults.push(...one.faults.map((fault) => `second/${first.id}.yaml: ${fault}`))
    else if (one.gold) twice.push({ first, second: one.gold })
  }
  if (faults.length > 0) throw invalid(faults)
  if (twice.length > 0) return twice
  throw new StandpointError('GOLD_INVALID', 'No article is annotated in both folders', {
    where: secondFolder,
    fix: 'The second folder holds .yaml files of the same names as those of the first.',
  })
}

/** `lone`: articles that nobody has annotated. */
async function filesIn(path: string): Promise<{ annotations: string[]; lone: string[] }> {
  const files = await readdir(path).catch((cause: unknown) => {
    throw new StandpointError('GOLD_INVALID', 'This is no folder that can be read', {
      where: path,
      fix: 'Name a folder that holds an article (.txt) and its annotation (.yaml) of the same name.',
      cause,
    })
  })
  const annotations = files.filter((file) => file.endsWith('.yaml')).sort()
  const lone = files.filter((file) => file.endsWith('.txt') && !files.includes(file.replace(/\.txt$/, '.yaml'))).sort()
  if (annotations.length > 0) return { annotations, lone }
  throw new StandpointError('GOLD_INVALID', 'There is no annotation in this folder', {
    where: path,
    fix: 'Annotations are files that end in .yaml, in the folder itself; evals/gold/GUIDELINES.md describes them.',
  })
}

type Read = { gold?: GoldArticle; faults: string[] }

async function readOne(path: string, half: Half | undefined): Promise<Read> {
  const textPath = path.replace(/\.yaml$/, '.txt')
  const text = await readFile(textPath, 'utf8').catch(() => undefined)
  if (text === undefined) return { faults: ['the article, a .txt file of the same name, is missing'] }
  const annotation = annotationIn(await readFile(path, 'utf8'), Annotation)
  if ('faults' in annotation) return annotation
  const { title, language } = annotation
  return placed(annotation, toArticle({ id: basename(path, '.yaml'), text, title, language }), { half })
}

function annotationIn<T extends object>(yaml: string, schema: z.ZodType<T>): T | { faults: string[] } {
  let content: unknown
  try {
    content = parse(yaml)
  } catch (error) {
    return { faults: [`this is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`] }
  }
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => shapeFault(issue, content))
  return { faults: [...faults, 'what the article bears of it is looked at when its form is right'] }
}

/**
 * Every passage is looked up, every key is checked; all faults are collected. `isAsMade`: a second pass is compared as its annotator
 * left it, so what is well-formed and verbatim stands.
 */
function placed(
  annotation: Annotation,
  article: Article,
  { half, isAsMade = false }: { half: Half | undefined; isAsMade?: boolean },
): Read {
  const faults: string[] = []
  const { text } = article
  const place = (words: string, where: string, within?: Place): Span => {
    const found = findOnce(words, text, within)
    if (typeof found !== 'string') return found
    faults.push(`${where}: ${found}`)
    return { start: 0, end: 0 }
  }
  const known = new Set([...Object.keys(annotation.actors), ...Object.keys(annotation.issues)])
  const check = (key: string | undefined, where: string, keys: ReadonlySet<string> = known) => {
    if (key !== undefined && !keys.has(key)) faults.push(`${where}: there is no "${key}" among the actors and issues`)
  }
  const actorKeys = new Set(Object.keys(annotation.actors))
  for (const [id, actor] of Object.entries(annotation.actors)) {
    for (const name of [actor.name, ...actor.aliases]) {
      if (!text.includes(name)) faults.push(`actor ${id}: "${name}" does not stand in the article`)
    }
    if (!annotation.stances.some((stance) => stance.actor === id && stance.target === 'main')) {
      faults.push(`actor ${id}: the stance towards the main issue is missing`)
    }
  }
  const pairs = annotation.stances.map(({ actor, target }) => `${actor} towards ${target}`)
  for (const pair of pairs.filter((each, index) => pairs.indexOf(each) !== index)) faults.push(`two stances of ${pair}`)
  const issues = Object.entries(annotation.issues).map(([id, issue]) => ({
    id,
    statement: issue.statement,
    evidence: place(issue.evidence, `issue ${id}`),
  }))
  const stances = annotation.stances.map((stance, index) => {
    const where = `stance ${index + 1} (${stance.actor} towards ${stance.target})`
    check(stance.actor, where, actorKeys)
    check(stance.target, where)
    return { ...stance, evidence: stance.evidence.map((words) => place(words, where)) }
  })
  const reactions = annotation.reactions.map((reaction, index) => {
    const where = `reaction ${index + 1} (${reaction.actor})`
    check(reaction.actor, where, actorKeys)
    check(reaction.target, where)
    const evidence = reaction.evidence.map((words) => place(words, where))
    const quote = reaction.quote === undefined ? undefined : place(reaction.quote, where, { near: evidence })
    const near = quote === undefined ? evidence : [...evidence, quote]
    const cue =
      reaction.cue === undefined ? undefined : place(reaction.cue, where, { near, outside: quote, asWord: true })
    return { ...reaction, evidence, quote, cue }
  })
  const items = [
    ...issues.map(({ id, evidence }) => ({ where: `issue ${id}`, evidence: [evidence] })),
    ...stances.map(({ evidence }, index) => ({ where: `stance ${index + 1}`, evidence })),
    ...reactions.map(({ evidence, quote }, index) => ({ where: `reaction ${index + 1}`, evidence, quote })),
  ]
  if (faults.length === 0 && !isAsMade) faults.push(...implausible(annotation, article, items))
  if (faults.length > 0) return { faults }
  const actors = Object.entries(annotation.actors).map(([id, actor]) => ({ id, ...actor }))
  const { hard, summaries, facts } = annotation
  return { faults, gold: { id: article.id, half, article, hard, actors, issues, stances, reactions, summaries, facts } }
}

function invalid(faults: readonly string[]): StandpointError {
  return new StandpointError(
    'GOLD_INVALID',
    faults.length === 1 ? 'The gold annotations have a fault' : `The gold annotations have ${faults.length} faults`,
    {
      where: faults.join('\n'),
      fix: 'Copy the words from the article as they stand there; evals/gold/GUIDELINES.md tells what each field holds.',
    },
  )
}
