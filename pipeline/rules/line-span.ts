import type { Span } from '../schema/span.ts'

// "2. ", "3) ": the number of a list
const LISTED = /^\d{1,2}[.)]\s+(?=\p{Lu})/u
const MAX_DATELINE = 90
// "VELMORA (Agency) — ", "Velmora, 3 May (Agency) - ": capitals first, a dash at the end, before any sentence has run.
const DATELINE =
  /^\p{Lu}[\p{L}\p{M}.'’\- ]{1,40}(?:, [\p{L}\p{M}\p{N}.'’ ]{1,30}){0,2}(?: ?\([^()\n]{2,30}\))?\s*(?:—|–|--|-)\s+(?=["“«'‘(]?[\p{Lu}\p{N}])/u
const AGENCY = /^\([\p{Lu}][^()\n]{1,30}\)\s*(?:—|–|--|-)?\s*/u

/** A sentence without its dateline or its number in a list: what can stand alone as a line. A verbatim span. */
export function lineSpan(text: string, { start, end }: Span): Span {
  const opening = text.slice(start, Math.min(end, start + MAX_DATELINE))
  const listed = LISTED.exec(opening)
  if (listed !== null && start + listed[0].length < end) return { start: start + listed[0].length, end }
  const dateline = DATELINE.exec(opening) ?? AGENCY.exec(opening)
  if (dateline === null || !isPlace(dateline[0]) || start + dateline[0].length >= end) return { start, end }
  return { start: start + dateline[0].length, end }
}

/** The first word of a dateline is in capitals, or an agency stands in brackets. */
function isPlace(dateline: string): boolean {
  return /^\p{Lu}{3,}/u.test(dateline) || /\([^()]+\)/.test(dateline)
}
