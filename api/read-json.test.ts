import { describe, expect, it } from 'vitest'
import { jsonFault } from './read-json.ts'

describe('a body that is no JSON', () => {
  it.each([
    ['{"text": "One.\nTwo."}', 'Line 1, column 15: bad control character in string literal'],
    ['{\n  "text": "He said "no" twice."\n}', "Line 2, column 21: expected ',' or '}' after property value"],
    ['{\n  "text": "One.",\n}', 'Line 3, column 1: expected double-quoted property name'],
    ["{'text': 1}", "Line 1, column 2: expected property name or '}'"],
    ['{"text": "One."', "Line 1, column 16: expected ',' or '}' after property value"],
    ['{"text": "One.', 'Line 1, column 15: unterminated string'],
    ['{"text":', 'Line 1, column 9: unexpected end'],
    ['{"text": "a}b\\"c",\n "id": undefined}', 'Line 2, column 8: a value should stand here'],
    ['{"options": {"targets": ["one", "two",]}}', 'Line 1, column 39: a value should stand here'],
    ['{"options": {"targets": [], "actors": [1, -2.5e3], "mode": }}', 'Line 1, column 60: a value should stand here'],
    ['{"options": {"targets": [,"one"]}}', 'Line 1, column 26: a value should stand here'],
    ['{"text": "One."} {}', 'Line 1, column 18: unexpected non-whitespace character'],
    ['<html></html>', 'Line 1, column 1: a value should stand here'],
  ])('is told with its place: %j', (body, where) => {
    expect(jsonFault(body)).toMatchObject({ code: 'REQUEST_INVALID', message: 'The body is not valid JSON', where })
  })

  it('is told what to do about a line break in a text, the usual reason', () => {
    expect(jsonFault('{"text": "One.\nTwo."}').fix).toContain('as \\n')
  })

  it('is told when there is nothing in it', () => {
    expect(jsonFault('').message).toBe('The body is empty')
  })

  it('is told when a field would change every object of the server', () => {
    expect(jsonFault('{"__proto__": {"isAdmin": true}}').message).toContain('"__proto__"')
  })

  it('takes no longer than the body is long', () => {
    const body = `{"text": "${'\\"a'.repeat(1_000_000)}", "id": nonsense}`
    const start = performance.now()
    expect(jsonFault(body).where).toContain('column 3000020')
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
