import { stripVTControlCharacters } from 'node:util'

/** Breaks text at blanks so that no line is wider than `width` columns; a word that is longer than a line is cut. */
export function wrap(
  text: string,
  { width, indent, first }: { width: number; indent: string; first: string },
): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(' ').flatMap((whole) => cut(whole, Math.max(1, width - columns(indent))))) {
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

/** A web address, or a script that sets no blanks. Coloured words are short and stay whole. */
function cut(word: string, most: number): string[] {
  if (columns(word) <= most || word.includes('\u001b')) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (columns(piece) + columns(character) > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
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
