import { marked, type Token } from 'marked'
import { parse } from 'yaml'
import { z } from 'zod'
import { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { type Format, readOne } from './format.ts'

/** One article in Markdown, with YAML front matter for its fields if it has any. A first heading `#` is the title. */
export const markdown: Format = {
  name: 'markdown',
  read: (source) => readOne(source, articleOfMarkdown),
}

const FrontMatter = RawArticle.omit({ text: true, incomplete: true }).partial()

export function articleOfMarkdown(source: string, id: string): RawArticle {
  const { fields, body } = splitFrontMatter(source, id)
  const tokens = marked.lexer(body)
  const [first, ...rest] = tokens.filter((token) => token.type !== 'space')
  const heading = first?.type === 'heading' && first.depth === 1 ? inlineText(first) : undefined
  const blocks = heading === undefined ? tokens : rest
  const text = blocks.flatMap(blockTexts).join('\n\n')
  return { id, ...fields, title: fields.title ?? heading, text }
}

function splitFrontMatter(source: string, where: string): { fields: z.infer<typeof FrontMatter>; body: string } {
  const lines = source.split(/\r?\n/)
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  if (end === -1) return { fields: {}, body: lines.join('\n') }
  // The core schema reads a date as the text that it is.
  const fields = FrontMatter.loose().safeParse(parse(lines.slice(1, end).join('\n'), { schema: 'core' }) ?? {})
  if (!fields.success) {
    throw new StandpointError('RECORD_INVALID', `The front matter is wrong: ${z.prettifyError(fields.error)}`, {
      where,
      fix: 'Use the fields id, title, url, outlet, author, publishedAt and language, each with a text.',
    })
  }
  const known = FrontMatter.strip().parse(fields.data)
  return { fields: known, body: lines.slice(end + 1).join('\n') }
}

/** The text of a block; pictures, code, tables, rules and raw HTML are no part of an article's prose. */
function blockTexts(token: Token): string[] {
  switch (token.type) {
    case 'paragraph':
    case 'heading':
    case 'text':
      return [inlineText(token)].filter((text) => text !== '')
    case 'blockquote':
      return (token.tokens ?? []).flatMap(blockTexts)
    case 'list':
      return 'items' in token ? token.items.flatMap((item: Token) => childrenOf(item).flatMap(blockTexts)) : []
    default:
      return []
  }
}

function inlineText(token: Token): string {
  if (token.type === 'image' || token.type === 'html') return ''
  if (token.type === 'br') return ' '
  if (token.type === 'codespan' && 'text' in token) return String(token.text)
  const children = childrenOf(token)
  const text =
    children.length > 0
      ? children.map(inlineText).join('')
      : decodeEntities('text' in token ? String(token.text) : token.raw)
  return token.type === 'paragraph' || token.type === 'heading' ? text.trim() : text
}

function childrenOf(token: Token): Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : []
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  copy: '©',
}

/** The characters that people write as entities in Markdown; an unknown one stays as it is. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    if (name === undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole
  })
}
