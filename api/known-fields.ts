import { z } from 'zod'

/** The names of the fields that a schema has at a path of names and numbers; none where several shapes are possible. */
export function knownFields(schema: unknown, path: readonly string[]): string[] {
  const [name, ...rest] = path
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return knownFields(schema.unwrap(), path)
  if (schema instanceof z.ZodObject) {
    return name === undefined ? Object.keys(schema.shape) : knownFields(schema.shape[name], rest)
  }
  return schema instanceof z.ZodArray && name !== undefined ? knownFields(schema.element, rest) : []
}
