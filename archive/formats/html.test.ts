import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { formatSuite } from './format-suite.ts'
import { articleOfPage, html } from './html.ts'

const paragraphs = [
  'The ferry board met in Brannoch on Monday and voted to let all three ships sail again after a strike of nine weeks.',
  '“We sail again, and we sail together,” said its chair, Ida Brandt, who had asked both sides to give way for weeks.',
  'The crews’ union called the vote fair. Its secretary, Tomas Eide, said that the crews would be on board on Friday.',
]
const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n')

formatSuite(html, {
  extension: '.html',
  content: `<html lang="en"><head><title>Ferries sail again | Harbour Post</title>
<meta property="og:title" content="Ferries sail again"><meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Nils Aas"}, "datePublished": "2031-05-04"}</script>
<link rel="canonical" href="https://example.org/ferries"></head><body><nav><a href="/">Home</a></nav><article>${body}</article></body></html>`,
  articles: [
    {
      title: 'Ferries sail again',
      outlet: 'Harbour Post',
      author: 'Nils Aas',
      publishedAt: '2031-05-04',
      url: 'https://example.org/ferries',
      language: 'en',
      text: paragraphs.join('\n\n'),
    },
  ],
})

describe('the article of a page', () => {
  it('is found between cookie banner, advertisement, related stories and comments', async () => {
    const { text, author } = articleOfPage(await sample('archive/12-night-market.html'), 'market')
    expect(author).toBe('Perpetua Lindh')
    expect(text.startsWith('LOWER SALLOW — The Canal Street night market')).toBe(true)
    expect(text.endsWith('“I eat there,” she said.')).toBe(true)
    for (const foreign of ['cook again', 'Five soups', 'The Ebb', 'resign', 'cookies', 'covers public health']) {
      expect(text).not.toContain(foreign)
    }
  })

  it('has no cookie banner, no byline and its heading as its title', () => {
    const notice = '<div class="cookie-banner">We use cookies to make this site work. <button>Accept</button></div>'
    const page = `<html><head><title>Ferries sail again | Harbour Post</title></head><body class="cookie-consent-given">${notice}
      <h1>Ferries sail again</h1><p>By J. Poole</p>${body}</body></html>`
    const { title, text } = articleOfPage(page, 'ferries.html')
    expect([title, text]).toEqual(['Ferries sail again', paragraphs.join('\n\n')])
  })

  it('is not a consent dialogue', async () => {
    const page = await sample('hostile/cookie-wall.html')
    expect(() => articleOfPage(page, 'wall')).toThrow(expect.objectContaining({ code: 'ARTICLE_NOT_FOUND_IN_PAGE' }))
  })

  it('is not a front page of links', () => {
    const teasers = paragraphs.map((text, at) => `<h2><a href="/${at}">${text.slice(0, 60)}</a></h2>`).join('')
    expect(codeOf(`<body><main>${teasers.repeat(12)}</main></body>`)).toBe('ARTICLE_NOT_FOUND_IN_PAGE')
  })

  it('is found where the server wraps the whole page in a form', () => {
    expect(textOf(`<body><form id="page"><div><article>${body}</article></div></form></body>`)).toBe(
      paragraphs.join('\n\n'),
    )
  })

  it('leaves out links to other articles, credits, and calls to subscribe', () => {
    const noisy = `<p>Updated: May 4, 2031</p><p>Photo: Nils Aas</p>${body.replace('\n', '<p>Read more: The strike in pictures</p><p><a href="/x">Nine weeks on the quay</a></p>')}<p>Sign up for our evening letter.</p>`
    expect(textOf(`<body><article>${noisy}</article></body>`)).toBe(paragraphs.join('\n\n'))
  })

  it('keeps a list of results, whose lines are no sentences', () => {
    const results = Array.from({ length: 12 }, (_, at) => `<p>${at + 1}. Crew number ${at + 1}, ${20 + at} points</p>`)
    expect(textOf(`<body><article>${body}${results.join('')}</article></body>`)).toContain(
      '12. Crew number 12, 31 points',
    )
  })

  it('is words, whatever markup stands in them', () => {
    const text = textOf(
      `<body><article>${body}<p>She wrote &lt;script&gt;alert(1)&lt;/script&gt; on the <b>board</b>, and no<i>body</i> laughed at that.</p></article></body>`,
    )
    expect(text).toContain('She wrote <script>alert(1)</script> on the board, and nobody laughed at that.')
  })
})

describe('a page that would take minutes', () => {
  const heavy = {
    '60,000 nested elements': '<div>'.repeat(60_000) + body,
    '60,000 nested tables': '<table><tr><td>'.repeat(20_000) + body,
    'a table of 60,000 cells': `${body}<table>${'<tr><td>x</td></tr>'.repeat(30_000)}</table>`,
    'many elements, each deep': '<div>'.repeat(200) + '<p>It sails.</p>'.repeat(9_000),
    'a million opened tags': '<'.repeat(1_000_000),
  }
  for (const [name, page] of Object.entries(heavy)) {
    it(`is refused before its tree is built: ${name}`, () => {
      const started = performance.now()
      expect(codeOf(`<html><body>${page}</body></html>`)).toBe('ARTICLE_TOO_LARGE')
      expect(performance.now() - started).toBeLessThan(3_000)
    })
  }
})

function sample(name: string): Promise<string> {
  return readFile(new URL(`../../samples/${name}`, import.meta.url), 'utf8')
}

function textOf(page: string): string {
  return articleOfPage(`<html>${page}</html>`, 'page').text
}

function codeOf(page: string): string | undefined {
  try {
    articleOfPage(page, 'page')
    return undefined
  } catch (error) {
    return error instanceof StandpointError ? error.code : String(error)
  }
}
