import type { Evidence } from '../schema/span.ts'

/** The items, with other evidence for the one of that id. */
export function withEvidence<Item extends { id: string; evidence: Evidence[] }>(
  items: readonly Item[],
  claim: string,
  evidence: readonly Evidence[],
): Item[] {
  return items.map((item) => (item.id === claim ? { ...item, evidence: [...evidence] } : item))
}
