import { agreementMetrics, agreementOf } from '../evals/agreement.ts'
import { readGold, readTwice } from '../evals/gold/read-gold.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { readable } from './readable.ts'
import { scoreTable } from './score-table.ts'
import { print, printJson } from './terminal.ts'

/**
 * Checks annotated articles: ours, or those of a folder with the same kind of files.
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

/** How far two annotations of the same articles agree: our two, or those of two folders. */
export async function goldAgreement(
  folders: { first?: string; second?: string },
  { json }: { json?: boolean },
): Promise<void> {
  const { first, second } = folders
  if (first !== undefined && second === undefined) {
    throw new StandpointError('OPTION_INVALID', 'Two folders can agree, one cannot', {
      where: readable(first).slice(0, 100),
      fix: 'Name both, first the one with the articles; or none, for our own.',
    })
  }
  const { twice, lone } = await readTwice({ first, second })
  const scores = agreementOf(twice)
  if (json) printJson({ articles: twice.length, lone, scores })
  else print(scoreTable(titleOf(twice.length, lone), agreementMetrics, [{ system: 'agreement', scores }]))
}

function titleOf(articles: number, lone: { first: readonly string[]; second: readonly string[] }): string {
  const left = [
    lone.first.length > 0 && `${lone.first.length} in the first only`,
    lone.second.length > 0 && `${lone.second.length} in the second only`,
  ].filter((one) => one !== false)
  const counted =
    articles === 1
      ? '1 article annotated twice: no intervals'
      : `${articles} articles annotated twice, 95 % intervals over articles`
  return left.length === 0 ? counted : `${counted} (left out: ${left.join(', ')})`
}
