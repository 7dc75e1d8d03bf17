import type { Format } from './format.ts'

/** Every archive format. Each brings a parser along, so it is loaded when a file of it is met. */
export const allFormats: readonly { extensions: readonly string[]; load(): Promise<Format> }[] = [
  { extensions: ['.txt', '.text'], load: async () => (await import('./plain-text.ts')).plainText },
  { extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).markdown },
  { extensions: ['.jsonl', '.ndjson'], load: async () => (await import('./jsonl.ts')).jsonl },
  { extensions: ['.csv', '.tsv'], load: async () => (await import('./csv.ts')).csv },
  { extensions: ['.html', '.htm', '.xhtml'], load: async () => (await import('./html.ts')).html },
]
