import { z } from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of an answer as servers take it: without `$schema`, and without the bounds of safe integers, which cost
 * tokens and which servers that build a grammar turn into a large one.
 */
export function jsonSchemaOf(shape: z.ZodType): JsonSchema {
  const known = cache.get(shape)
  if (known) return known
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', override })
  cache.set(shape, schema)
  return schema
}

const cache = new WeakMap<z.ZodType, JsonSchema>()

function override({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

/** true when OpenAI's strict mode takes it: every object closed, and all its properties required. */
export function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict)
  if (!isRecord(schema)) return true
  if (schema.type === 'object' || isRecord(schema.properties)) {
    const names = Object.keys(isRecord(schema.properties) ? schema.properties : {})
    const required = new Set(Array.isArray(schema.required) ? schema.required : [])
    if (schema.additionalProperties !== false || !names.every((name) => required.has(name))) return false
  }
  return Object.values(schema).every(isStrict)
}

/** A JSON object, told apart from arrays and null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
