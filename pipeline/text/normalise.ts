// Canonical ordering of one run of combining marks takes quadratic time in the engine (80,000 marks: 2 s). A run this
// long is no writing, so it is left as it is.
const LONG_RUN_OF_MARKS = /(\p{M}{200,})/u

/**
 * The text that all offsets count into: Unicode NFC, line ends `\n`, no byte order mark in front, no half surrogate
 * pairs (they become U+FFFD). Nothing else changes. Normalising twice changes nothing more.
 */
export function normaliseText(text: string): string {
  const lines = text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
  return lines
    .split(LONG_RUN_OF_MARKS)
    .map((part, place) => (place % 2 === 0 ? part.normalize('NFC') : part))
    .join('')
}
