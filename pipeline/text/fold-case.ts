/**
 * Lower case with straight apostrophes, to compare words by ("Don’t" and "don't" fold alike).
 * The length can change ("İ"), so offsets into the result are not offsets into the text.
 */
export function foldCase(text: string): string {
  return text.toLowerCase().replace(/[’ʼ]/g, "'")
}
