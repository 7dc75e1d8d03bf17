import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Result } from '../../pipeline/schema/analysis.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { escapeHtml } from './escape-html.ts'
import { renderResult } from './render-result.ts'

/**
 * Writes results as one HTML page that needs nothing else: each article beside its analysis, every line lighting its
 * evidence. Article text is shown as text, never as markup, and the page's policy forbids any other script or request.
 * Memory does not grow with the number of results. The file appears when it is whole.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writeReport(
  results: AsyncIterable<Result>,
  path: string,
  { title }: { title: string },
): Promise<void> {
  const [style, script] = await Promise.all([asset('report.css'), asset('report.js')])
  const unfinished = `${path}.part`
  try {
    await pipeline(Readable.from(pageOf(results, { title, style, script })), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause
    throw new StandpointError('OUTPUT_UNWRITABLE', `The report cannot be written: ${cause.message}`, {
      where: path,
      fix: 'Name a file in a folder that exists and that you may write to.',
      cause,
    })
  }
}

async function* pageOf(
  results: AsyncIterable<Result>,
  { title, style, script }: { title: string; style: string; script: string },
): AsyncIterable<string> {
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="page-head">
<p class="brand">Standpoint</p>
<h1>${escapeHtml(title)}</h1>
<p>Point at a line, or move to it with the Tab key, and the words of the article that support it light up.</p>
</header>
<main>
`
  let count = 0
  for await (const result of results) yield renderResult(result, { index: count++, open: count === 1 })
  if (count === 0) yield '<p>There are no analyses in this archive.</p>'
  yield `</main>
<script>${script}</script>
</body>
</html>
`
}

function asset(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
