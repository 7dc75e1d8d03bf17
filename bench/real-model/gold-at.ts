import { type GoldArticle, HALVES, readGold } from '../../evals/gold/read-gold.ts'

/** The articles of a half of our gold set (`development`, `test`), or else of a folder of annotated articles. */
export async function goldAt(place: string): Promise<GoldArticle[]> {
  const half = HALVES.find((each) => each === place)
  return readGold(half === undefined ? { folder: place } : { halves: [half] })
}
