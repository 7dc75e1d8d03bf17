import { agreementMetrics, agreementOf } from '../evals/agreement.ts'
import { readGold, readTwice } from '../evals/gold/read-gold.ts'
import { scoreTable } from './score-table.ts'
import { print, printJson } from './terminal.ts'

/**
 * Checks annotations: ours, or those of a folder with the same kind of files.
 * @throws StandpointError GOLD_INVALID naming every fault of every file at once
 */
export async function checkGold(folder: string | undefined, { json }: { json?: boolean }): Promise<void> {
  const gold = await readGold({ folder })
  const count = (of: 'actors' | 'stances' | 'reactions' | 'facts') => gold.reduce((sum, one) => sum + one[of].length, 0)
  const counts = {
    articles: gold.length,
    actors: count('actors'),
    stances: count('stances'),
    reactions: count('reactions'),
    facts: count('facts'),
  }
  if (json) printJson(counts)
  else
    print(
      `All is well: ${Object.entries(counts)
        .map(([what, number]) => `${number} ${what}`)
        .join(', ')}.`,
    )
}

/** How far two annotations of the same articles agree. */
export async function goldAgreement({ json }: { json?: boolean }): Promise<void> {
  const twice = await readTwice()
  const scores = agreementOf(twice)
  if (json) printJson({ articles: twice.length, scores })
  else
    print(
      scoreTable(`${twice.length} articles annotated twice, 95 % intervals over articles`, agreementMetrics, [
        { system: 'agreement', scores },
      ]),
    )
}
