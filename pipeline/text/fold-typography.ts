/** A text with its typography folded, and where each of its characters stands in the text that it came from. */
export type FoldedText = {
  readonly text: string
  /** Start of a folded character in the source. */
  readonly startOf: (offset: number) => number
  /** End, in the source, of the folded character that ends at an offset. */
  readonly endOf: (offset: number) => number
}

// In order: invisible characters, doubled marks, quotation marks and apostrophes, dashes with the space around them,
// ellipses, white space.
const TYPOGRAPHY =
  /[\u00AD\u200B-\u200F\u2060\uFEFF]+|''|``|["'`“”„‟‘’‚‛«»‹›′″ʼ「」『』]|\s?[—–―−‒](?:\s|(?=.)|$)|\s-{1,3}\s|--|[‐‑]|…|\.(?:\s?\.){2,3}|\s+/g

/**
 * Folds what typesetting changes and meaning does not: every quotation mark and apostrophe to `'`, every dash to `-`
 * without the space around it, an ellipsis to `…`, white space to one blank; soft hyphens and other invisible characters
 * go. Letters, digits and their case stay.
 */
export function foldTypography(text: string): FoldedText {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let done = 0
  const keep = (from: number, to: number): void => {
    parts.push(text.slice(from, to))
    for (let at = from; at < to; at += 1) {
      starts.push(at)
      ends.push(at + 1)
    }
  }
  for (const { 0: found, index } of text.matchAll(TYPOGRAPHY)) {
    keep(done, index)
    done = index + found.length
    const folded = foldedMark(found)
    if (folded === '') continue
    parts.push(folded)
    starts.push(index)
    ends.push(done)
  }
  keep(done, text.length)
  return {
    text: parts.join(''),
    startOf: (offset) => starts[offset] ?? text.length,
    endOf: (offset) => ends[offset - 1] ?? 0,
  }
}

function foldedMark(found: string): string {
  const visible = found.trim()
  if (/^[\u00AD\u200B-\u200F\u2060\uFEFF]/.test(found)) return ''
  if (visible === '') return ' '
  if (/^[—–―−‒‐‑-]/.test(visible)) return '-'
  return /^[….]/.test(visible) ? '…' : "'"
}
