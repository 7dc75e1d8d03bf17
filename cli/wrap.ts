import { stripVTControlCharacters } from 'node:util'

/** Breaks text at blanks so that no line is wider than `width` columns; a longer word keeps a line of its own. */
export function wrap(
  text: string,
  { width, indent, first }: { width: number; indent: string; first: string },
): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line)
      line = indent
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}

/** Columns that a text takes at a terminal: colours take none, wide East Asian characters and emoji two. */
function columns(text: string): number {
  let count = 0
  for (const character of stripVTControlCharacters(text)) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue
    count += WIDE.test(character) ? 2 : 1
  }
  return count
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]|\p{Emoji_Presentation}/u
