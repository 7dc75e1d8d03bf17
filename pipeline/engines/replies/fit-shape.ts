import type { z } from 'zod'
import { isRecord } from '../json-schema.ts'

/** `how`: what was mended. `rest`: the value without the items that do not fit, where that fits. */
export type FitShape =
  | { kind: 'fits'; value: unknown; how?: string }
  | { kind: 'misfits'; complaint: string; rest?: unknown }

/**
 * Holds a value against schemas, any of which will do; then once more unwrapped and with slips mended that have one meaning
 * only: a missing null, null for an empty list, a number as text, a label or key in capitals, a key too many.
 */
export function fitShape(value: unknown, schemas: readonly z.ZodType[]): FitShape {
  for (const schema of schemas) {
    const parsed = parse(schema, value)
    if (parsed.success) return { kind: 'fits', value: parsed.data }
  }
  const candidates = unwrapped(value)
  for (const schema of schemas) {
    for (const candidate of candidates) {
      const mended = mend(candidate, schema, mendIssue)
      if (mended.success) return { kind: 'fits', value: mended.data, how: 'slips of form mended' }
    }
  }
  return misfit(candidates[0] ?? value, schemas)
}

/** A schema that was narrowed to an article is used once or twice: compiling it costs more than it saves. */
function parse(schema: z.ZodType, value: unknown) {
  return schema.safeParse(value, { jitless: true })
}

function misfit(value: unknown, schemas: readonly z.ZodType[]): FitShape {
  let complaint = ''
  for (const schema of schemas) {
    const slips = mend(value, schema, mendIssue)
    if (slips.success) continue
    complaint ||= complaintOf(slips.error)
    const rest = mend(slips.input, schema, dropItem)
    if (rest.success && sharesKey(value, rest.data)) return { kind: 'misfits', complaint, rest: rest.data }
  }
  return { kind: 'misfits', complaint }
}

/** Not the case when nothing of a value was left, and all was filled in. */
function sharesKey(value: unknown, rest: unknown): boolean {
  return isRecord(value) && isRecord(rest) && Object.keys(value).some((key) => Object.hasOwn(rest, key))
}

/** The value as it is, then what it may be wrapped in: a list of one, a tool call written as text, a single key. */
function unwrapped(value: unknown): unknown[] {
  const inner = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (!isRecord(inner)) return [inner]
  const called = inner.arguments ?? inner.parameters
  if (isRecord(called)) return [called, inner]
  const values = Object.values(inner)
  return values.length === 1 && isRecord(values[0]) ? [inner, values[0]] : [inner]
}

type Mended = { success: true; data: unknown } | { success: false; error: z.ZodError; input: unknown }
type Mender = (root: unknown, issue: z.core.$ZodIssue, done: Set<string>) => void
type Path = readonly PropertyKey[]

/** Mends issue by issue, as long as that leaves fewer of them. */
function mend(value: unknown, schema: z.ZodType, each: Mender): Mended {
  let input = value
  let parsed = parse(schema, input)
  for (let round = 0; round < MAX_ROUNDS && !parsed.success && parsed.error.issues.length <= MAX_ISSUES; round++) {
    input = structuredClone(input)
    const done = new Set<string>()
    // From the last to the first, so that removing an item leaves the places of those before it; keys too many go when none of
    // them is wanted under another spelling.
    const [unknown, others] = partition(parsed.error.issues)
    for (const issue of [...others.reverse(), ...unknown]) each(input, issue, done)
    parsed = parse(schema, input)
  }
  return parsed.success ? { success: true, data: parsed.data } : { success: false, error: parsed.error, input }
}

function partition(issues: readonly z.core.$ZodIssue[]): [z.core.$ZodIssue[], z.core.$ZodIssue[]] {
  const isUnknownKey = ({ code }: z.core.$ZodIssue) => code === 'unrecognized_keys'
  return [issues.filter(isUnknownKey), issues.filter((issue) => !isUnknownKey(issue))]
}

const MAX_ROUNDS = 3
const MAX_ISSUES = 200

function mendIssue(root: unknown, issue: z.core.$ZodIssue): void {
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(root, issue.path)
    if (isRecord(holder)) for (const key of issue.keys) delete holder[key]
    return
  }
  const there = valueAt(root, issue.path)
  const value = there === undefined ? takeMisspelt(root, issue.path) : there
  if (issue.code === 'invalid_type') put(root, issue.path, retyped(value, issue.expected, issue.path.length))
  else if (issue.code === 'invalid_value' && typeof value === 'string')
    put(root, issue.path, sameLabel(value, issue.values))
  else if (value === undefined) put(root, issue.path, null)
}

/** The value of a key that differs from the wanted one in capitals and underscores only; it is taken away from there. */
function takeMisspelt(root: unknown, path: Path): unknown {
  const holder = valueAt(root, path.slice(0, -1))
  const wanted = path.at(-1)
  if (!isRecord(holder) || typeof wanted !== 'string' || Object.hasOwn(holder, wanted)) return undefined
  const misspelt = Object.keys(holder).find((key) => spelling(key) === spelling(wanted))
  if (misspelt === undefined) return undefined
  const { [misspelt]: value } = holder
  delete holder[misspelt]
  return value
}

function spelling(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/g, '')
}

function retyped(value: unknown, expected: string, depth: number): unknown {
  if (expected === 'array' && value === null) return []
  if (expected === 'array' && value !== undefined) return Array.isArray(value) ? value : [value]
  if (expected === 'array') return depth > 1 ? [] : value // a whole part of the answer is not guessed
  if (value === undefined) return null
  // "3" and "[3]" are how a sentence is called in the article that the model was shown.
  if (expected === 'number' && typeof value === 'string') {
    const digits = /^\s*\[?[A-Z]?(\d{1,6})\]?\s*$/.exec(value)?.[1]
    if (digits !== undefined) return Number(digits)
  }
  return expected === 'string' && typeof value === 'number' ? String(value) : value
}

function sameLabel(value: string, labels: readonly unknown[]): unknown {
  const wanted = value.trim().toLowerCase()
  return labels.find((label) => typeof label === 'string' && label.toLowerCase() === wanted) ?? value
}

/** Removes the innermost list item that an issue lies in, once however many issues it has; a missing list is empty. */
function dropItem(root: unknown, issue: z.core.$ZodIssue, done: Set<string>): void {
  if (issue.code === 'invalid_type' && issue.expected === 'array' && valueAt(root, issue.path) === undefined) {
    put(root, issue.path, [])
    return
  }
  const depth = issue.path.findLastIndex((key) => typeof key === 'number')
  const index = issue.path[depth]
  const id = issue.path.slice(0, depth + 1).join('/')
  const list = valueAt(root, issue.path.slice(0, Math.max(depth, 0)))
  if (!Array.isArray(list) || typeof index !== 'number' || done.has(id)) return
  done.add(id)
  list.splice(index, 1)
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key]
    else if (isRecord(value) && typeof key === 'string' && Object.hasOwn(value, key)) value = value[key]
    else return undefined
  }
  return value
}

function put(root: unknown, path: Path, value: unknown): void {
  const key = path.at(-1)
  const holder = valueAt(root, path.slice(0, -1))
  if (Array.isArray(holder) && typeof key === 'number') holder[key] = value
  else if (isRecord(holder) && typeof key === 'string' && key !== '__proto__') holder[key] = value
}

/** The first faults in words that a model understands. */
function complaintOf(error: z.ZodError): string {
  const faults = error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`)
  return faults.join('; ').slice(0, 600)
}
