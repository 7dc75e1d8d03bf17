/** Numbers of sentences and quotations as the article was shown: "[3]", "[Q1]", "[2, 4]", "(sentence 5)". */
const REFERENCE = /\s*(?:\[Q?\d{1,5}(?:\s*[,;–-]\s*Q?\d{1,5}){0,9}\]|\((?:sentences?|Q)\s*\d{1,5}\))/gi

/** What a model wrote, as a reader may see it: no references to numbers, no line breaks, no white space around. */
export function writtenText(text: string | null): string {
  if (text === null) return ''
  const plain = text.replace(REFERENCE, '').replace(/[\s\p{Cc}]+/gu, ' ')
  return plain.trim()
}
