import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { escapeHtml } from './escape-html.ts'

type Page = {
  title: string
  /** What a reader can do here, in a sentence. */
  lead: string
  /** Files beside this one that go into the page. */
  styles: readonly string[]
  /** HTML, piece by piece. */
  body: AsyncIterable<string>
}

/**
 * Writes one HTML page that needs nothing else. Its policy allows its own style and script by their hashes and no other script, style
 * or request. Memory does not grow with the body. The file appears when it is whole.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writePage(path: string, { styles, ...page }: Page): Promise<void> {
  const [style, script] = await Promise.all([Promise.all(styles.map(asset)), asset('report.js')])
  const unfinished = `${path}.part`
  try {
    const pieces = pageOf({ ...page, style: style.join('\n'), script })
    await pipeline(Readable.from(pieces), createWriteStream(unfinished))
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

async function* pageOf({ title, lead, style, script, body }: Omit<Page, 'styles'> & { style: string; script: string }) {
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
<p>${escapeHtml(lead)}</p>
</header>
<main>
`
  yield* body
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
