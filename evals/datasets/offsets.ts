import type { Span } from '../../pipeline/schema/span.ts'
import { normaliseText } from '../../pipeline/text/normalise.ts'

/**
 * The data sets count Unicode code points in the text as it was; we count UTF-16 code units in the normalised text. Returns the
 * function from the one to the other.
 */
export function offsetsOf(raw: string): (start: number, end: number) => Span {
  const isPlain = !/[\uD800-\uDFFF]/.test(raw) && normaliseText(raw) === raw
  if (isPlain) return (start, end) => ({ start, end })
  const points = [...raw]
  const at = (offset: number) => normaliseText(points.slice(0, offset).join('')).length
  return (start, end) => ({ start: at(start), end: at(end) })
}
