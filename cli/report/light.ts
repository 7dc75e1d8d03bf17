import type { Span } from '../../pipeline/schema/span.ts'
import { escapeHtml } from './escape-html.ts'

/** Makes the link from a line to the words of the article that it rests on. */
export type Liner = (claim: { evidence: readonly Span[] }, html: string, name?: string) => string

/**
 * A link to the first words that a line rests on, so that it works with any keyboard and without the script, which lights all
 * spans in `data-light`.
 */
export function liner(index: number): Liner {
  return ({ evidence }, html, name = 'line') => {
    const [first] = evidence
    if (first === undefined) return `<span class="${name}">${html}</span>`
    const spans = evidence.map(({ start, end }) => `${start}-${end}`).join(' ')
    return `<a class="${name}" href="#${pieceId(index, first.start)}" data-light="${spans}">${html}</a>`
  }
}

/** A span of an article's text; `name` is the class that its words are shown in. */
export type Marked = Span & { name?: string }

/** The text of the article with this number on the page, cut at every place where a span begins or ends. */
export function litText(text: string, spans: readonly Marked[], index: number): string {
  const named = spans.filter(({ name }) => name !== undefined)
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  let from = 0
  let html = ''
  for (const cut of [...cuts, text.length]) {
    if (cut > from) {
      const names = new Set(
        named.flatMap(({ start, end, name }) => (name && start <= from && cut <= end ? [name] : [])),
      )
      const classes = names.size === 0 ? '' : ` class="${[...names].join(' ')}"`
      html += `<span id="${pieceId(index, from)}"${classes} data-from="${from}">${escapeHtml(text.slice(from, cut))}</span>`
    }
    from = Math.max(from, cut)
  }
  return `<div class="text">${html}</div>`
}

function pieceId(index: number, from: number): string {
  return `article-${index}-at-${from}`
}
