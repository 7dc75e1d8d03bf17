import type { Reading } from '../schema/reading.ts'
import type { Quotation } from '../schema/span.ts'

/** Index of the quotation that this one goes on with, back to the first. */
export function rootOf(quotations: readonly Quotation[], index: number): number {
  let root = index
  for (let next = quotations[root]?.continues; next !== undefined && next < root; next = quotations[root]?.continues) {
    root = next
  }
  return root
}

/** The quotation and those that go on with it, in order. */
export function chainOf(quotations: readonly Quotation[], root: number): Quotation[] {
  return quotations.filter(({ index }) => index >= root && rootOf(quotations, index) === root)
}

/** Whether somebody may have spoken it: a term held at a distance is nobody's, unless the rules found who said it. */
export function maySpeak({ quotations, attributions }: Reading): (index: number) => boolean {
  const attributed = new Set(attributions.flatMap((attribution) => attribution.quotations))
  return (index) => quotations[index]?.kind !== 'scare' || attributed.has(index)
}
