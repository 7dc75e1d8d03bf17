import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import type { GoldArticle } from '../gold/read-gold.ts'

/** Questions that the recipe asks beside the article's own. */
type Given = { targets?: readonly string[]; actors?: readonly string[] }

/** Something that makes an analysis of an article: an engine under a recipe, or a baseline. */
export type System = {
  /** Unique in a run: reports and files name it. */
  name: string
  /** Whether it tries what a metric (by name) measures; absent where it tries everything. */
  tries?(metric: string): boolean
  analyse(reading: Reading, options?: { given?: Given; gold?: GoldArticle }): Promise<Analysis>
}
