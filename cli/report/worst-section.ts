import type { Scored } from '../../evals/scores/aligned.ts'
import type { Misses } from '../../evals/scores/misses.ts'
import { missesChart, PARTS } from './charts.ts'
import { figure, legend } from './figure.ts'
import { titleOf } from './render-scored.ts'

/** The ten first of the ranked articles, and which parts of them are wrong. */
export function worstSection(ranked: readonly { scored: Scored; misses: Misses }[]): string {
  const rows = ranked.slice(0, 10).flatMap(({ scored, misses }) => {
    const [{ id }, title] = [scored.gold, `${shortTitle(scored)} · ${misses.wrong} of ${misses.of}`]
    return PARTS.map((part) => ({ id, title, part, wrong: wrongIn(misses, part) }))
  })
  return `<h2>The ten worst articles</h2>
${legend(PARTS.map((part) => ({ name: `part-${part}`, text: part })))}
${figure('Wrong things by kind', missesChart(rows), WRONG_KEY)}`
}

const WRONG_KEY = `<p class="note">“17 of 24” counts actors, stances, reactions and facts of an article. Wrong is what gold has and the
system lacks or has otherwise, and what the system has and gold does not. The share of what is wrong ranks the articles.</p>`

function wrongIn({ actors, stances, reactions, facts }: Misses, part: (typeof PARTS)[number]): number {
  const rights = {
    actors: actors.map(({ isRight }) => isRight),
    stances: stances.map(({ isRight }) => isRight),
    reactions: reactions.map(({ isRight }) => isRight),
    facts: facts.map(({ isHeld }) => isHeld),
  }
  return rights[part].filter((isRight) => !isRight).length
}

const MOST_LETTERS = 80
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cut between letters as a reader sees them, never within one. */
function shortTitle(scored: Scored): string {
  const letters = Array.from(graphemes.segment(titleOf(scored)), ({ segment }) => segment)
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : letters.join('')
}
