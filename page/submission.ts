import type { Submission } from '../api/shapes.ts'
import type { Length } from '../pipeline/schema/recipe.ts'

/** What the form holds. A web page that was dropped stays apart from the text field. */
export type Draft = {
  text: string
  page?: { name: string; html: string }
  title: string
  url: string
  length: Length
  language: string
  targets: string
  actors: string
}

export const EMPTY_DRAFT: Draft = {
  text: '',
  title: '',
  url: '',
  length: 'standard',
  language: '',
  targets: '',
  actors: '',
}

/** The draft as the API takes it. Undefined where there is no article in it: no text, no page and no address. */
export function submissionOf(draft: Draft): Submission | undefined {
  const { page, text, title, url, length, language, targets, actors } = draft
  const body = page ? { html: page.html } : text.trim() ? { text } : {}
  if (Object.keys(body).length === 0 && url.trim() === '') return undefined
  return {
    ...body,
    title: filled(title),
    url: filled(url),
    options: { length, language: filled(language), targets: lines(targets), actors: lines(actors) },
  }
}

function filled(text: string): string | undefined {
  return text.trim() || undefined
}

/** One a line; undefined where there are none. */
function lines(text: string): string[] | undefined {
  const found = text.split('\n').flatMap((line) => filled(line) ?? [])
  return found.length > 0 ? found : undefined
}

const MOST_BYTES = 5_000_000

/** What a file brings into the draft, or why it cannot. A first heading of Markdown is the title. */
export async function readFile(file: File): Promise<Partial<Draft> | { refused: string }> {
  if (!/\.(txt|md|markdown|html?)$/i.test(file.name)) return { refused: `${file.name} is no .txt, .md or .html file.` }
  if (file.size > MOST_BYTES) return { refused: `${file.name} is larger than 5 MB.` }
  const text = await file.text()
  if (/\.html?$/i.test(file.name)) return { page: { name: file.name, html: text }, text: '' }
  const heading = /\.(md|markdown)$/i.test(file.name) ? /^\s*#[ \t]+(.+)\n/.exec(text) : null
  return { page: undefined, text: heading ? text.slice(heading[0].length) : text, title: heading?.[1]?.trim() ?? '' }
}
