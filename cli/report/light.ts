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

/** A span of an article's text; `name` is the class that its words are shown in, `tag` a few signs that stand before them. */
export type Marked = Span & { name?: string; tag?: string }

/** The text of the article with this number on the page, cut at every place where a span begins or ends. */
export function litText(text: string, spans: readonly Marked[], index: number): string {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  let from = 0
  let html = ''
  for (const cut of [...cuts, text.length]) {
    if (cut > from) {
      const within = spans.filter(({ start, end }) => start <= from && cut <= end)
      const begun = within.filter(({ start }) => start === from)
      const attributes = `${attribute('class', within, 'name')}${attribute('data-tag', begun, 'tag')}`
      html += `<span id="${pieceId(index, from)}"${attributes} data-from="${from}">${escapeHtml(text.slice(from, cut))}</span>`
    }
    from = Math.max(from, cut)
  }
  return `<div class="text">${html}</div>`
}

function attribute(name: string, spans: readonly Marked[], of: 'name' | 'tag'): string {
  const values = new Set(spans.flatMap((span) => span[of] ?? []))
  return values.size === 0 ? '' : ` ${name}="${[...values].join(' ')}"`
}

function pieceId(index: number, from: number): string {
  return `article-${index}-at-${from}`
}
