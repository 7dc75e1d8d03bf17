import type { LedgerLine, LedgerReport } from '../pipeline/schema/store-contract.ts'
import { readConfig } from '../workers/config.ts'
import { openLook } from '../workers/look.ts'
import { NO_LINE } from '../workers/store/ledger-report.ts'
import { isNothingStored } from './nothing-stored.ts'
import type { CommonFlags } from './options.ts'
import { readable } from './readable.ts'
import { tableLines } from './table.ts'
import { print, printJson } from './terminal.ts'

/** Tells what the calls of models came to. A data folder that does not exist yet is not created. */
export async function ledger({ by, ...flags }: CommonFlags & { by: LedgerReport['by'] }): Promise<void> {
  const config = readConfig(process.env, { dataFolder: flags.data })
  if (isNothingStored(config)) {
    if (flags.json) printJson({ by, lines: [], total: { ...NO_LINE, key: 'all' } })
    else print(NO_CALLS)
    return
  }
  await using look = await openLook(config)
  const report = await look.ledgerReport(by)
  if (flags.json) printJson(report)
  else print(ledgerText(report))
}

const NO_CALLS = 'No call of a model has been written down.'

/** A table with a line for each step, model or day, their sum, and what the columns of faults mean where there are any. */
export function ledgerText({ by, lines, total }: LedgerReport): string {
  if (lines.length === 0) return NO_CALLS
  const isPriced = total.costUsd !== undefined
  const columns = COLUMNS.filter(({ isCost }) => isPriced || isCost !== true)
  const rows = [
    [by, ...columns.map(({ title }) => title)],
    ...[...lines, { ...total, key: 'all' }].map((line) => [
      readable(line.key) || '(unknown)',
      ...columns.map(({ of }) => of(line)),
    ]),
  ]
  const notes = NOTES.filter(({ of }) => of(total) > 0).map(({ text }) => text)
  const price = isPriced
    ? unpricedNote(total)
    : ['Cost is not known: set STANDPOINT_PRICES, for example "gpt-5-mini=0.25/0.025/2".']
  return [...tableLines(rows), '', ...notes, ...price].join('\n').trimEnd()
}

function unpricedNote({ unpriced, answers }: LedgerLine): string[] {
  if (unpriced === 0) return []
  return [`US$: ${count(unpriced)} of ${count(answers)} calls have no price in STANDPOINT_PRICES and are in no sum.`]
}

type Column = { title: string; of(line: LedgerLine): string; isCost?: true }

const count = (value: number) => value.toLocaleString('en-US')
const dollars = (value?: number) => value?.toFixed(value < 1 ? 4 : 2) ?? '-'
const COLUMNS: readonly Column[] = [
  { title: 'calls', of: ({ answers }) => count(answers) },
  { title: 'replayed', of: ({ replays }) => count(replays) },
  { title: 'tokens in', of: ({ tokensIn }) => count(tokensIn) },
  { title: 'cached', of: ({ tokensIn, tokensCached }) => share(tokensCached, tokensIn) },
  { title: 'tokens out', of: ({ tokensOut }) => count(tokensOut) },
  { title: 'US$', of: ({ costUsd }) => dollars(costUsd), isCost: true },
  { title: 'saved US$', of: ({ savedUsd }) => dollars(savedUsd), isCost: true },
  { title: 'unusable', of: ({ unusable }) => count(unusable) },
  { title: 'lost', of: ({ lost }) => count(lost) },
  { title: 'waste', of: ({ waste }) => count(waste) },
]

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`
}

const NOTES: readonly { of(line: LedgerLine): number; text: string }[] = [
  {
    of: ({ unusable }) => unusable,
    text: 'unusable: answers that were paid and could not be read, so the question was put again.',
  },
  {
    of: ({ lost }) => lost,
    text: 'lost: calls that were sent and whose answer never came; they may have been paid for.',
  },
  { of: ({ waste }) => waste, text: 'waste: calls that were paid again although an answer had been stored.' },
]
