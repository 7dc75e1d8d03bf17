import { isRecord } from './json-schema.ts'
import { answers } from './scripted-answers.fake.ts'
import type { ChatRequest, Script } from './scripted-server.fake.ts'

/** A FAKE model that gives a valid minimal answer to any request with a JSON Schema, wherever the schema stands. */
export const honestModel: Script = (request) => answers(request, exampleOf(schemaOf(request), NOTHING_KNOWN))

/**
 * A FAKE model that answers only from the sentences that it was sent: items for those that `isNotable`, texts copied from them,
 * actors named by their first two words. Everything else is left out, so what no question showed is in no answer.
 */
export function sentenceReader(isNotable: (sentence: string) => boolean): Script {
  return (request) => {
    const sentences = sentencesIn(request).filter(({ text }) => isNotable(text))
    return answers(request, exampleOf(schemaOf(request), { sentences, cast: castIn(request) }))
  }
}

type Shown = { number: number; text: string; quotation?: number }
type Known = { sentences: readonly Shown[]; cast: ReadonlyMap<string, string>; about?: Shown }
const NOTHING_KNOWN: Known = { sentences: [], cast: new Map() }

/** The schema of the answer: of `response_format`, of the forced tool, or in the text of the task. */
function schemaOf({ response_format, tools, tool_choice, messages }: ChatRequest): unknown {
  if (response_format) return response_format.json_schema.schema
  const tool = tools?.find((each) => each.function.name === tool_choice?.function.name)
  if (tool) return tool.function.parameters
  const text = messages.findLast(({ content }) => content.includes('JSON Schema:\n'))?.content ?? ''
  const [schema = '{}'] = text.slice(text.lastIndexOf('JSON Schema:\n') + 'JSON Schema:\n'.length).split('\n')
  return JSON.parse(schema)
}

/** The numbered sentences of an article in the messages. */
function sentencesIn({ messages }: ChatRequest): Shown[] {
  return messages.flatMap(({ content }) =>
    content.split('\n').flatMap((line) => {
      const [, number, text] = /^\[(\d{1,6})\] (.*)$/.exec(line) ?? []
      if (number === undefined || text === undefined) return []
      const quotation = /\[Q(\d{1,4})\]/.exec(text)?.[1]
      const plain = text.replace(/\[Q\d+\]/g, '')
      return [{ number: Number(number), text: plain, ...(quotation && { quotation: Number(quotation) }) }]
    }),
  )
}

/** "A1" → the name after it, as the task lists actors. */
function castIn({ messages }: ChatRequest): Map<string, string> {
  const lines = messages.at(-1)?.content.split('\n') ?? []
  return new Map(
    lines.flatMap((line) => {
      const [, id, name] = /^(A\d{1,3}): ([^(]+)/.exec(line) ?? []
      return id !== undefined && name !== undefined ? [[id, name.trim()] as const] : []
    }),
  )
}

function exampleOf(schema: unknown, known: Known, name = ''): unknown {
  if (!isRecord(schema)) return null
  if ('const' in schema) return schema.const
  if (name === 'quotation') return known.about?.quotation ?? null
  if (Array.isArray(schema.enum)) return enumOf(schema.enum, known, name)
  const branches = [schema.anyOf, schema.oneOf].find(Array.isArray)
  if (branches) return branchOf(branches, known, name)
  const type = Array.isArray(schema.type) ? (schema.type.includes('null') ? 'null' : schema.type[0]) : schema.type
  if (type === 'object') return objectOf(schema, known)
  if (type === 'array') return arrayOf(schema, known, name)
  if (type === 'string') return textOf(known, name)
  if (type === 'integer' || type === 'number') return numberOf(schema, known, name)
  return type === 'boolean' ? false : null
}

function enumOf(values: readonly unknown[], { about, cast }: Known, name: string): unknown {
  const [first] = values
  if (name === 'actor') return values.find((value) => about && isNamed(cast.get(`A${value}`), about)) ?? first
  if (name === 'label') return about && values.includes('oppose') ? 'oppose' : values.at(-1)
  return about || !values.includes(null) ? first : null
}

/** null where there is nothing to say. */
function branchOf(branches: readonly unknown[], known: Known, name: string): unknown {
  const isNull = (branch: unknown) => isRecord(branch) && branch.type === 'null'
  const nothing = branches.find(isNull)
  if (nothing && (known.about === undefined || name === 'role')) return null
  return exampleOf(branches.find((branch) => !isNull(branch)) ?? nothing, known, name)
}

function objectOf(schema: Record<string, unknown>, known: Known): unknown {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, exampleOf(property, aboutKey(key, known), key)]),
  )
}

/** A key such as "A2_to_I1" asks for one actor; any other object for the first notable sentence, unless one is chosen. */
function aboutKey(key: string, known: Known): Known {
  const actor = /^(A\d+)_to_/.exec(key)?.[1]
  if (actor === undefined) return known
  const about = known.sentences.find((sentence) => isNamed(known.cast.get(actor), sentence))
  return { ...known, about }
}

function arrayOf(schema: Record<string, unknown>, known: Known, name: string): unknown {
  const most = typeof schema.maxItems === 'number' ? schema.maxItems : Number.POSITIVE_INFINITY
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  if (name === 'sentences') return citedIn(schema, known, { least, most })
  if (name === 'aliases' || name === 'otherIssues' || name === 'noReaction') return []
  const items = known.sentences.slice(0, most).map((about) => exampleOf(schema.items, { ...known, about }))
  while (items.length < least) items.push(exampleOf(schema.items, known))
  return items
}

function citedIn(schema: Record<string, unknown>, { about, sentences }: Known, room: { least: number; most: number }) {
  if (about) return [about.number]
  const numbers = sentences.slice(0, room.most).map(({ number }) => number)
  while (numbers.length < room.least) numbers.push(Number(exampleOf(schema.items, NOTHING_KNOWN)))
  return numbers
}

function numberOf(schema: Record<string, unknown>, { about, cast }: Known, name: string): number {
  const actor = [...cast].find(([, each]) => about && isNamed(each, about))?.[0]
  if (name === 'actor' && actor) return Number(actor.slice(1))
  return typeof schema.minimum === 'number' ? schema.minimum : 1
}

function textOf({ about, sentences }: Known, name: string): string {
  const sentence = about ?? sentences[0]
  if (sentence === undefined) return name === 'target' ? 'I1' : 'Nothing'
  if (name === 'target') return 'I1'
  return name === 'name' ? sentence.text.split(' ').slice(0, 2).join(' ') : sentence.text
}

function isNamed(name: string | undefined, { text }: Shown): boolean {
  return name !== undefined && text.includes(name)
}
