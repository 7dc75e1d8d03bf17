import { RawArticle } from '../pipeline/schema/article.ts'

const DELIMITERS = [',', ';', '\t'] as const

/** What separates the columns of a table, by its header line: the mark that occurs most; a comma where there is none. */
export function delimiterOf(head: Uint8Array): string {
  const line = firstLineOf(head)
  const counts = DELIMITERS.map((mark) => ({ mark, count: line.split(mark).length - 1 }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

/** The ending that standard input would have as a file, by how it begins: JSON lines, a page, a table, Markdown or plain text. */
export function endingOf(head: Uint8Array): string {
  const text = new TextDecoder().decode(head).trimStart()
  if (text.startsWith('{')) return '.jsonl'
  if (text.startsWith('<')) return '.html'
  if (isTable(head)) return '.csv'
  return isMarkdown(text) ? '.md' : '.txt'
}

/** A header line names the column of the texts, and nothing but single words. */
function isTable(head: Uint8Array): boolean {
  const names = firstLineOf(head)
    .split(delimiterOf(head))
    .map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    )
  const known = Object.keys(RawArticle.shape).map((field) => field.toLowerCase())
  return names.includes('text') && (names.length === 1 || names.some((name) => name !== 'text' && known.includes(name)))
}

/** Front matter, a heading with number signs, or a link: what plain news text does not have. */
function isMarkdown(text: string): boolean {
  return (
    /^---\r?\n(?:[^\n]*\n){1,60}?---\r?\n/.test(text) ||
    /^#{1,6} \S/.test(text) ||
    /\[[^\]\n]{1,200}\]\(https?:\/\//.test(text)
  )
}

const LONGEST_HEADER = 10_000

function firstLineOf(head: Uint8Array): string {
  const [line = ''] = new TextDecoder().decode(head.subarray(0, LONGEST_HEADER)).trimStart().split(/\r?\n/, 1)
  return line
}
