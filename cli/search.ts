import { StandpointError } from '../pipeline/schema/errors.ts'
import { type SearchPage, SearchQuery, type SearchRow } from '../pipeline/schema/search-contract.ts'
import { readConfig } from '../workers/config.ts'
import { openLook } from '../workers/look.ts'
import { isNothingStored } from './nothing-stored.ts'
import type { CommonFlags } from './options.ts'
import { readable } from './readable.ts'
import { print, printJson, tell, terminal } from './terminal.ts'
import { wrap } from './wrap.ts'

type SearchFlags = CommonFlags & Omit<SearchQuery, 'text' | 'limit'> & { limit: string }

/** Prints who stands where and who reacted how in the archive, each with the words of the article that say so. */
export async function search(words: readonly string[], { data, json, ...filters }: SearchFlags): Promise<void> {
  const query = queryOf({ ...filters, text: words.length > 0 ? words.join(' ') : undefined })
  const config = readConfig(process.env, { dataFolder: data })
  const page = isNothingStored(config) ? { items: [] } : await pageIn(config, query)
  if (json) for (const row of page.items) printJson(row)
  else print(page.items.length === 0 ? NOTHING : page.items.map(textOf).join('\n\n'))
  if (page.next !== undefined) tell(`There is more: the same command with --after ${page.next}`)
}

const NOTHING =
  'Nothing was found. What "standpoint batch" and "standpoint serve" have analysed can be searched; fewer or other words find more.'

async function pageIn(config: ReturnType<typeof readConfig>, query: SearchQuery): Promise<SearchPage> {
  await using look = await openLook(config)
  return await look.search(query)
}

function queryOf(flags: object): SearchQuery {
  const read = SearchQuery.safeParse(flags)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
  throw new StandpointError('OPTION_INVALID', `The search is not valid: ${readable(faults.join('; '))}`, {
    fix: 'For example: standpoint search --actor "Ida Brook" --label oppose --from 2026-01-01 tolls',
  })
}

function textOf(row: SearchRow): string {
  const { width } = terminal()
  const told = `${row.actor}: ${verdictOf(row)}${row.target ? `, on: ${row.target}` : ''}`
  const { outlet, publishedAt, title, id } = row.article
  const source = [title ?? id, outlet, publishedAt?.slice(0, 10), title === undefined ? undefined : id]
  const words = row.quote ?? row.evidence[0]?.text ?? ''
  return [
    ...wrap(readable(told), { width, indent: '    ', first: '' }),
    ...(words === '' ? [] : wrap(readable(words), { width, indent: '    ', first: '    ' })),
    ...wrap(readable(source.filter((part) => part !== undefined).join(', ')), {
      width,
      indent: '      ',
      first: '    — ',
    }),
  ].join('\n')
}

function verdictOf({ kind, label, polarity, voice }: SearchRow): string {
  if (kind === 'reaction') return `${label}${polarity && polarity !== 'neutral' ? ` (${polarity})` : ''}`
  return voice === undefined || voice === 'self' ? label : `${label} (${voice})`
}
