import type { Warning } from '../pipeline/schema/analysis.ts'

/** What a warning says, for a person: of what a check took away, that it is gone. */
export function warningWords({ code, message }: Pick<Warning, 'code' | 'message'>): string {
  return code === 'CLAIM_DROPPED' || code === 'TEXT_DROPPED' ? `Left out: ${message}` : message
}
