import fc from 'fast-check'

type Form = Readonly<Record<string, unknown>>

/** Any value that a JSON Schema allows, as far as the forms of answers use it: what a model behind a grammar may write. */
export function anyJson(form: unknown): fc.Arbitrary<unknown> {
  if (!isForm(form)) return fc.constant(null)
  if (Array.isArray(form.anyOf)) return fc.oneof(...form.anyOf.map(anyJson))
  if (Array.isArray(form.enum)) return fc.constantFrom(...form.enum)
  if ('const' in form) return fc.constant(form.const)
  if (Array.isArray(form.type)) return fc.oneof(...form.type.map((type) => anyJson({ ...form, type })))
  switch (form.type) {
    case 'object': {
      const properties = Object.entries(isForm(form.properties) ? form.properties : {})
      return fc.record(Object.fromEntries(properties.map(([key, inner]) => [key, anyJson(inner)])))
    }
    case 'array':
      return fc.array(anyJson(form.items), {
        minLength: numberOr(form.minItems, 0),
        maxLength: Math.min(4, numberOr(form.maxItems, 4)),
      })
    case 'integer':
    case 'number':
      return fc.integer({ min: numberOr(form.minimum, -2), max: Math.min(40, numberOr(form.maximum, 12)) })
    case 'string':
      return fc.oneof(
        fc.constantFrom('I1', 'A1', 'A2', 'Ada Brun', 'Pell', 'The roof [2] is not safe.', ''),
        fc.string(),
      )
    default:
      return fc.constant(null)
  }
}

function isForm(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e6 ? value : otherwise
}
