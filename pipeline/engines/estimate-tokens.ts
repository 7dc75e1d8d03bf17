/**
 * How many tokens a text takes at most, about: a cautious estimate from its characters, without a tokenizer. It decides
 * windows, reservations and time limits; what a provider bills comes from its answer. Linear in the length of the text.
 * Weights measured with the tokenizer of Qwen2.5 on news in 14 languages, numbers, JSON and emoji: 0.96 to 2 times its count
 * where the text is a text, and never under half of it on random characters.
 */
export function estimateTokens(text: string): number {
  let tokens = 0
  let letters = 0 // of the word so far
  let before: Kind = 'space'
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    const kind = ASCII[code] ?? (code >= 0xc0 && code <= 0x24f ? 'latin' : 'wide')
    if (kind === 'lower' || kind === 'upper' || kind === 'latin') tokens += letterWeight(kind, before, ++letters)
    else {
      letters = 0
      tokens += kind === 'wide' ? wideWeight(code) : WEIGHT[kind]
    }
    before = kind
  }
  return Math.ceil(tokens)
}

type Kind = 'lower' | 'upper' | 'latin' | 'digit' | 'space' | 'newline' | 'mark' | 'wide'

/** The kind of every character below 128. */
const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code): Kind => {
  if (code >= 0x61 && code <= 0x7a) return 'lower'
  if (code >= 0x41 && code <= 0x5a) return 'upper'
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if (code === 0x20 || code === 0x09) return 'space'
  return code === 0x0a || code === 0x0d ? 'newline' : 'mark'
})

const WEIGHT = { digit: 1, space: 0.05, newline: 0.6, mark: 1 }
/** A short word is one token, a longer one breaks up. */
const SHORT_WORD = 5
const LONG_WORD = 20

function letterWeight(kind: Kind, before: Kind, letters: number): number {
  if (letters === 1) return before === 'digit' ? 0.85 : 1.05
  // Capitals inside a word, letters with accents and letters without end are rare in a vocabulary.
  if (kind === 'upper') return 0.5
  if (kind === 'latin') return 1.1
  if (before === 'upper' && letters > 2) return 0.5
  return letters <= SHORT_WORD ? 0.05 : letters <= LONG_WORD ? 0.29 : 0.8
}

/** Writing beyond Latin: [first code point, last, tokens a character]. */
const SCRIPTS = [
  [0x80, 0xbf, 1],
  [0x370, 0x3ff, 1.05],
  [0x400, 0x52f, 0.6],
  [0x590, 0x6ff, 0.6],
  [0x900, 0xdff, 1.1],
  [0xe00, 0xe7f, 1],
  [0x1e00, 0x1eff, 1],
  [0x2010, 0x2027, 1],
  [0x3000, 0x30ff, 1],
  [0x4e00, 0x9fff, 1],
  [0xac00, 0xd7a3, 1],
  [0xff00, 0xffef, 1],
] as const

function wideWeight(code: number): number {
  for (const [first, last, weight] of SCRIPTS) if (code >= first && code <= last) return weight
  // Unknown to most vocabularies, so split into bytes: two to four tokens.
  return code < 0x800 ? 2 : code < 0x10000 ? 2.2 : 2.4
}
