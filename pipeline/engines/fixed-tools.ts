import { canonicalJson, sha256 } from '../schema/hash.ts'
import { allSteps } from '../steps/all.ts'
import { PickedSentences } from '../steps/summary/wire.ts'
import type { Tool } from './chat-request.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { envelopeSchema } from './questions/envelope.ts'

/**
 * The one list of tools that serves all steps of all articles, for servers that put the form of an answer before the messages:
 * a list that never changes is paid for once, and the article after it stays in the prompt cache.
 */
export function fixedTools(): FixedTools {
  list ??= build()
  return list
}
export type FixedTools = { tools: readonly Tool[]; hash: string; nameOf(schema: JsonSchema): string | undefined }

let list: FixedTools | undefined

function build(): FixedTools {
  const wires = allSteps.map(({ name, answer }) => ({ name: `give_${name}`, schema: jsonSchemaOf(answer) }))
  const envelope = envelopeSchema(new Map(allSteps.map(({ name, answer }) => [name, answer])))
  const named = [
    ...wires,
    { name: 'give_sentences', schema: jsonSchemaOf(PickedSentences) },
    { name: 'give_all', schema: jsonSchemaOf(envelope) },
  ]
  const tools = named.map((tool) => ({ ...tool, description: 'Takes the answer to the task.' }))
  const names = new Map(tools.map(({ name, schema }) => [canonicalJson(schema), name]))
  return { tools, hash: sha256(canonicalJson(tools)), nameOf: (schema) => names.get(canonicalJson(schema)) }
}
