import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

/** Every archive format. HTML brings a browser's document model along, so it is loaded when a page is met. */
export const allFormats: readonly { extensions: readonly string[]; load(): Promise<Format> }[] = [
  ...[plainText, markdown, jsonl, csv].map((format) => ({ extensions: format.extensions, load: async () => format })),
  { extensions: ['.html', '.htm', '.xhtml'], load: async () => (await import('./html.ts')).html },
]
