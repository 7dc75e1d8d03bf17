import { parse } from 'yaml'
import { z } from 'zod'
import { Annotation } from './annotation.ts'
import { shapeFault } from './in-words.ts'

/**
 * What an annotation file holds in the right form, each item with its number in the file (from 1), and in words what is wrong with
 * the rest: one fault of form hides no other fault.
 */
export type Draft = {
  title?: string
  language?: string
  hard: readonly string[]
  actors: readonly (readonly [key: string, actor: Annotation['actors'][string]])[]
  issues: readonly (readonly [key: string, issue: Annotation['issues'][string]])[]
  stances: readonly Item<Annotation['stances'][number]>[]
  reactions: readonly Item<Annotation['reactions'][number]>[]
  summaries: readonly Item<string>[]
  facts: readonly Item<Annotation['facts'][number]>[]
  /** Keys that the file gives, those of items of a wrong form too: what has a fault is not also called missing. */
  keys: { actors: ReadonlySet<string>; issues: ReadonlySet<string> }
  hasMainStance(actor: string): boolean
  faults: readonly string[]
}
export type Item<T> = { number: number; item: T }

const Group = z.record(z.string(), z.unknown()).catch({})
const List = z.array(z.unknown()).catch([])

/** Reads YAML against `form`, which is `Annotation` or a looser one. Never throws. */
export function draftOf(yaml: string, form: z.ZodType): Draft {
  try {
    const content: unknown = parse(yaml)
    const issues = form.safeParse(content).error?.issues ?? []
    return { ...partsOf(content), faults: issues.map((issue) => shapeFault(issue, content)) }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    // Nobody is told of each field of such a file that it is missing.
    return { ...partsOf(undefined), faults: [`this is no YAML: ${reason}`] }
  }
}

function partsOf(content: unknown): Omit<Draft, 'faults'> {
  const { shape } = Annotation
  const fields = Group.parse(content)
  const { actors, issues, stances } = fields
  return {
    title: shape.title.safeParse(fields.title).data,
    language: shape.language.safeParse(fields.language).data,
    hard: shape.hard.safeParse(fields.hard).data ?? [],
    actors: entriesOf(actors, shape.actors.valueType),
    issues: entriesOf(issues, shape.issues.valueType),
    stances: itemsOf(stances, shape.stances.element),
    reactions: itemsOf(fields.reactions, shape.reactions.element),
    summaries: itemsOf(fields.summaries, shape.summaries.element),
    facts: itemsOf(fields.facts, shape.facts.element),
    keys: { actors: keysOf(actors), issues: keysOf(issues) },
    hasMainStance: (actor) => !Array.isArray(stances) || stances.some((stance) => isOfMain(stance, actor)),
  }
}

function entriesOf<T>(group: unknown, form: z.ZodType<T>): [string, T][] {
  return Object.entries(Group.parse(group)).flatMap(([key, value]): [string, T][] => {
    const { success, data } = form.safeParse(value)
    return success ? [[key, data]] : []
  })
}

function itemsOf<T>(list: unknown, form: z.ZodType<T>): Item<T>[] {
  return List.parse(list).flatMap((value, index) => {
    const { success, data } = form.safeParse(value)
    return success ? [{ number: index + 1, item: data }] : []
  })
}

function keysOf(group: unknown): Set<string> {
  return new Set(Object.keys(Group.parse(group)))
}

function isOfMain(stance: unknown, of: string): boolean {
  const { actor, target } = Group.parse(stance)
  return actor === of && target === 'main'
}
