import { ground } from '../../pipeline/ground/ground.ts'
import type { Claim } from '../../pipeline/schema/contracts.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { evidenceOf } from '../../pipeline/schema/span.ts'

/**
 * How many of these sentences of a summary grounding complains about, with the whole article as their evidence. `maySayArticle`: they
 * may speak of "the passage", as summaries of others do; in ours that is a fault, but nothing untrue.
 */
export function unsupportedIn(
  summary: readonly string[],
  reading: Reading,
  { maySayArticle = false }: { maySayArticle?: boolean } = {},
): number {
  const { article, sentences } = reading
  const evidence = sentences.map((sentence) => evidenceOf(article.text, sentences, sentence))
  const claims = summary.map(
    (text, index): Claim => ({
      id: `l${index}`,
      step: 'summary',
      name: 'a sentence of the summary',
      // Only in a rationale grounding lets the article be spoken of.
      texts: [{ field: maySayArticle ? 'rationale' : 'text', text, essential: true }],
      evidence,
      concerns: [],
    }),
  )
  return ground(claims, { reading, cast: undefined }).length
}
