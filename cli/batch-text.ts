import type { BatchSummary } from '../workers/batch.ts'
import { dollarsText, durationText } from './progress.ts'
import { readable } from './readable.ts'
import type { Failure } from './results-file.ts'

/** What a batch tells at its end: counts, files, and the reasons of the first failures. */
export function batchText(
  { total, done, failed, reused, ms, costUsd, failuresFile }: BatchSummary,
  { out, html, failures }: { out: string; html?: string; failures: readonly Failure[] },
): string {
  const known = reused > 0 ? ` (${reused === done ? 'all' : `${reused} of them`} by an earlier run)` : ''
  const cost = costUsd === undefined ? '' : ` for ${dollarsText(costUsd)}`
  const lines = [
    `${done} of ${articles(total)} analysed${known} in ${durationText(ms / 1000)}${cost}.`,
    `Results: ${out}`,
  ]
  if (html !== undefined) lines.push(`Report: ${html}`)
  if (failuresFile === undefined) return lines.join('\n')
  lines.push(`${articles(failed)} failed, each with its reason in ${failuresFile}`)
  for (const failure of failures) lines.push(`  ${failureText(failure)}`)
  if (failed > failures.length) lines.push(`  … and ${failed - failures.length} more`)
  return lines.join('\n')
}

function failureText({ id, where, message, code }: Failure): string {
  return `${readable(where ?? id)}: ${readable(message)} (${code})`
}

function articles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`
}
