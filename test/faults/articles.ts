import { reportOn } from '../places.ts'

/** Lines of a JSON lines archive: short reports, each on a bridge of its own. */
export function faultyArticles(ids: readonly string[]): string {
  return ids.map((id, index) => `${JSON.stringify({ id, text: reportOn(`bridge number ${index}`) })}\n`).join('')
}
