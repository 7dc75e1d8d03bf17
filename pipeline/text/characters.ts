const LETTER = /^\p{L}/u
const WORD = /^[\p{L}\p{M}\p{N}]/u
const DIGIT = /^\p{Nd}/u
const UPPER = /^[\p{Lu}\p{Lt}]/u
const LOWER = /^\p{Ll}/u
const SPACE = /^\s/u

/** The whole character at an offset (a code point, not half of a pair); empty outside the text. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** The whole character that ends at an offset; empty at the start of the text. */
export function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return ''
  const pair = offset >= 2 ? characterAt(text, offset - 2) : ''
  return pair.length === 2 ? pair : text.charAt(offset - 1)
}

export function isLetter(character: string): boolean {
  return LETTER.test(character)
}

/** Letter, combining mark or digit. */
export function isWordCharacter(character: string): boolean {
  return WORD.test(character)
}

export function isDigit(character: string): boolean {
  return DIGIT.test(character)
}

export function isUpperCase(character: string): boolean {
  return UPPER.test(character)
}

export function isLowerCase(character: string): boolean {
  return LOWER.test(character)
}

export function isSpace(character: string): boolean {
  return SPACE.test(character)
}
