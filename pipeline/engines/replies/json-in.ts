import { jsonrepair } from 'jsonrepair'
import { isRecord } from '../json-schema.ts'
import { parseJson } from './parse-json.ts'

/**
 * `how`: what had to be done to read it. `cut`: its end was missing, and what was not complete is left out; `inside` when that
 * was within the last key of the value, at its end when all keys are whole.
 */
export type FoundJson = { value: unknown; how?: string; cut?: 'inside' | 'at the end' }

/** Longer answers are not repaired: no model writes them, and repairing has no proven bound. */
const MAX_REPAIRED = 400_000

/** The JSON object in what a model wrote: alone, in a fence, among prose, broken, or cut off. Never throws. */
export function jsonIn(text: string): FoundJson | undefined {
  const plain = parseJson(text)
  if (isObject(plain)) return { value: plain }
  // Some models write a tool's arguments as a text within a text.
  const inner = typeof plain === 'string' ? parseJson(plain) : undefined
  if (isObject(inner)) return { value: inner, how: 'taken out of a text' }
  const fenced = /^```[a-z]*\s*\n([\s\S]*?)\n?```\s*$/i.exec(text.trim())?.[1]
  const inFence = fenced === undefined ? undefined : parseJson(fenced)
  if (isObject(inFence)) return { value: inFence, how: 'taken out of a code fence' }
  const start = text.indexOf('{')
  if (start < 0) return undefined
  const end = text.lastIndexOf('}')
  const isWhole = end > start && !BEGINS_OBJECT.test(text.slice(end))
  const framed = isWhole ? parseJson(text.slice(start, end + 1)) : undefined
  if (isObject(framed)) return { value: framed, how: 'taken out of other text' }
  return amongBraces(text, start) ?? repaired(text.slice(start).replace(/\n?```\s*$/, ''))
}

/**
 * The longest object that is complete, where the prose beside it has braces of its own; of several with the same keys the last,
 * which takes back what was drafted before. undefined where one may be cut off.
 */
function amongBraces(text: string, first: number): FoundJson | undefined {
  let longest = ''
  let value: Record<string, unknown> = {}
  let unclosed = 0
  for (let start = first; start >= 0 && unclosed < MAX_UNCLOSED; ) {
    const end = endOfBraces(text, start)
    if (end === undefined) {
      if (text.slice(start, start + 100).search(BEGINS_OBJECT) === 0) return undefined
      unclosed++
    } else {
      const found = text.slice(start, end)
      const object = parseJson(found)
      if (isRecord(object) && (found.length >= longest.length || haveSameKeys(object, value))) {
        longest = found
        value = object
      }
    }
    start = text.indexOf('{', end ?? start + 1)
  }
  return longest === '' ? undefined : { value, how: 'taken out of other text' }
}

function haveSameKeys(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return Object.keys(one).sort().join('\n') === Object.keys(other).sort().join('\n')
}

const BEGINS_OBJECT = /\{(?:\s*["']|\s*\w+\s*:|\s*$)/
/** Each costs a look at the whole text. */
const MAX_UNCLOSED = 20

/** Behind the bracket that closes the one at `start`. */
function endOfBraces(text: string, start: number): number | undefined {
  let depth = 0
  let inString = false
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (inString && character === '\\') at++
    else if (character === '"') inString = !inString
    else if (!inString && character === '{') depth++
    else if (!inString && character === '}' && --depth === 0) return at + 1
  }
  return undefined
}

/** Arrays pass, too: some models write a list with one answer in it. */
function isObject(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value)
}

function repaired(text: string): FoundJson | undefined {
  if (text.length > MAX_REPAIRED) return undefined
  const shape = bracketsOf(text)
  // What was cut off is taken back to its last complete item: a repair would pass half a sentence for a whole one.
  const { source, cut } = typeof shape === 'string' ? { source: text } : shape
  if (source === undefined) return undefined
  try {
    const value = parseJson(source) ?? parseJson(jsonrepair(source))
    return isRecord(value) ? { value, how: 'mended', ...(cut && { cut }) } : undefined
  } catch {
    return undefined // JSONRepairError, or a RangeError on deep nesting
  }
}

type Brackets = 'closed' | 'broken' | { source?: string; cut?: FoundJson['cut'] }

/**
 * Whether every bracket is closed. Where the text ends before: the text up to the last completed item of a list, or key of the
 * whole, with the brackets around it closed. Where only the last bracket is missing, nothing was cut off.
 */
function bracketsOf(text: string): Brackets {
  const open: string[] = []
  let inString = false
  let completed: { end: number; closers: string } | undefined
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']')
    else if (character === '}' || character === ']') {
      if (open.pop() !== character) return 'broken'
      if (open.length === 0) return 'closed'
      const isWhole = open.length === 1 || (open.at(-1) === ']' && open.length <= MAX_DEPTH)
      if (isWhole) completed = { end: at + 1, closers: [...open].reverse().join('') }
    }
  }
  if (completed === undefined) return {}
  const { end, closers } = completed
  const source = text.slice(0, end) + closers
  if (closers.length > 1) return { source, cut: 'inside' }
  return text.slice(end).trim() === '' ? { source } : { source, cut: 'at the end' }
}

/** Answers are not nested deeper; without it a text of brackets would cost the square of its length. */
const MAX_DEPTH = 12
