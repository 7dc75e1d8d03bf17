import type { z } from 'zod'

/** Names of lists whose items are counted. */
const ITEMS: Readonly<Record<string, string>> = {
  stances: 'stance',
  reactions: 'reaction',
  facts: 'fact',
  summaries: 'summary',
  actors: 'actor',
  issues: 'issue',
}

/** A fault of the shape of an annotation, as a person would say it: "stance 3, label: must be one of support, oppose". */
export function shapeFault(issue: z.core.$ZodIssue, content: unknown): string {
  const where = placeInWords(issue.path)
  return `${where === '' ? 'the file' : where}: ${reasonOf(issue, valueAt(content, issue.path))}`
}

/** Lists are counted from 1. */
function placeInWords(path: readonly PropertyKey[]): string {
  const [list, item, ...rest] = path.map((part) => (typeof part === 'number' ? part + 1 : String(part)))
  const name = ITEMS[String(list)]
  const whole = name === undefined || item === undefined ? [list, item] : [`${name} ${item}`]
  return [...whole, ...rest].filter((part) => part !== undefined).join(', ')
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value':
      return `${value === undefined ? 'is missing, and' : shown(value)} must be one of: ${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `there are no such fields: ${issue.keys.join(', ')}`
    case 'invalid_type':
      if (value === undefined) return 'is missing'
      return value === null ? 'is empty' : `${shown(value)} must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `has ${itemsIn(value)}, and must have ${issue.minimum} or more`
    case 'too_big':
      return `has ${itemsIn(value)}, and must have ${issue.maximum} or fewer`
    case 'invalid_format':
      return `${shown(value)} is no key: ${issue.message}`
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join(', ')
    default:
      return issue.message
  }
}

function itemsIn(value: unknown): string {
  const count = Array.isArray(value) ? value.length : 0
  return count === 1 ? '1 item' : `${count} items`
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
}

function shown(value: unknown): string {
  return `"${typeof value === 'string' ? value.slice(0, 40) : JSON.stringify(value ?? null).slice(0, 40)}"`
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (inner !== null && typeof inner === 'object' ? Reflect.get(inner, part) : undefined),
    content,
  )
}
