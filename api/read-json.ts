import type { FastifyInstance } from 'fastify'
import { StandpointError } from '../pipeline/schema/errors.ts'

/** Has bodies of JSON read as the server always reads them; what cannot be read is told with its place. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    parse(request, text, (error, value) => (error ? done(jsonFault(text)) : done(null, value)))
  })
}

/** Why a body is no JSON that the server takes: where it breaks off, and how it is written right. Quotes none of it. */
export function jsonFault(body: string): StandpointError {
  const text = body.replace(/^\uFEFF/, '')
  if (text.trim() === '') {
    return new StandpointError('REQUEST_INVALID', 'The body is empty', {
      fix: 'Send the JSON that /docs shows for this request; where it takes none, leave out the header Content-Type.',
    })
  }
  const reason = reasonOf(text)
  if (reason === undefined) {
    return new StandpointError('REQUEST_INVALID', 'A field of the body is called "__proto__" or "constructor"', {
      fix: 'Leave it out: no request has such a field.',
    })
  }
  return new StandpointError('REQUEST_INVALID', 'The body is not valid JSON', {
    where: whereIn(text, reason),
    fix: reason.startsWith('Bad control character')
      ? 'Write a line break inside a string as \\n and a tab as \\t, or have a program write the JSON.'
      : 'Names and strings stand in double quotes, and a double quote inside them is written \\". Best have a program write the JSON.',
  })
}

function reasonOf(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** "Line 2, column 5: unterminated string" */
function whereIn(text: string, reason: string): string {
  const before = text.slice(0, placeOf(text, reason))
  const [what = 'a value should stand here'] =
    /^Unexpected end|^.*?(?= (?:in|after) JSON at position)/.exec(reason) ?? []
  const column = before.length - before.lastIndexOf('\n')
  return `Line ${before.split('\n').length}, column ${column}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`
}

/** The parser tells the place of all faults but two: an end that comes too soon, and what stands where a value must. */
function placeOf(text: string, reason: string): number {
  const told = / at position (\d+)/.exec(reason)?.[1]
  if (told !== undefined) return Number(told)
  return reason.startsWith('Unexpected end') ? text.length : placeWithoutValue(text)
}

const SPACE_OR_SCALAR = /\s+|-?\d[\d.eE+-]*|true|false|null/y

/** The first place where a value must begin and none does; before it all is well. */
function placeWithoutValue(text: string): number {
  let previous = ','
  for (let at = 0; at < text.length; ) {
    SPACE_OR_SCALAR.lastIndex = at
    const [skipped = ''] = SPACE_OR_SCALAR.exec(text) ?? []
    const sign = text.charAt(at)
    const isEmptyList = previous === '[' && sign === ']'
    const beginsValue = !'}],:'.includes(sign) || isEmptyList
    if (skipped !== '') at += skipped.length
    else if (sign === '"') at = endOfString(text, at)
    else if (!'{}[],:'.includes(sign) || ('[,:'.includes(previous) && !beginsValue)) return at
    else at += 1
    if (skipped.trim() === skipped) previous = sign
  }
  return text.length
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return at + 1
}
