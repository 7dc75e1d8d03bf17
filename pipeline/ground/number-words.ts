import type { Lexicon } from './lexicon/lexicon.ts'
import type { Token } from './tokens.ts'
import { isGlued } from './tokens.ts'

export type WordNumber = { value: number; next: number; isOne: boolean }

/** The number that is written in words from token `at` on ("two hundred and five", "vingt-quatre"), if there is one. */
export function wordNumber(tokens: readonly Token[], at: number, lexicon: Lexicon): WordNumber | undefined {
  let whole = 0
  let group = 0
  let next = at
  let isOne = true
  while (next < tokens.length) {
    const place = next === at ? at : wordOfNumber(tokens, next, { whole, group }, lexicon)
    const fold = place === undefined ? undefined : tokens[place]?.fold
    if (place === undefined || fold === undefined) break
    const cardinal = lexicon.cardinals.get(fold)
    const scale = lexicon.scales.get(fold)
    if (cardinal !== undefined && next === at) group = cardinal
    else if (cardinal !== undefined && cardinal < roomAfter(group, whole)) group += cardinal
    else if (cardinal === 20 && group % 100 === 4 && lexicon.joinsFrom === 20)
      group += 76 // quatre-vingt
    else if (scale === undefined) break
    else if (scale < 1000) group = Math.max(1, group) * scale
    else {
      whole =
        (group === 0 && whole > 0 ? whole : whole < scale && whole > 0 ? whole + group : Math.max(1, group)) * scale
      group = 0
    }
    isOne &&= cardinal === 1
    next = place + 1
  }
  return next === at ? undefined : { value: whole + group, next, isOne }
}

/** Where the next word of the number stands: at once, after a hyphen, or after "and". */
function wordOfNumber(
  tokens: readonly Token[],
  at: number,
  { whole, group }: { whole: number; group: number },
  { joiner, joinsFrom }: Lexicon,
): number | undefined {
  const token = tokens[at]
  const after = tokens[at + 1]
  if (token?.kind === 'mark') {
    const isHyphen = token.text === '-' && isGlued(tokens[at - 1], token) && isGlued(token, after)
    return isHyphen ? (after?.fold === joiner && isGlued(after, tokens[at + 2]) ? at + 3 : at + 1) : undefined
  }
  if (token?.fold === joiner) return group >= joinsFrom || whole > 0 ? at + 1 : undefined
  return token?.kind === 'word' ? at : undefined
}

/** Below which value a number can go on: after 20 below 10, after 100 below 100. */
function roomAfter(group: number, whole: number): number {
  if (group === 0) return whole > 0 ? 1000 : 0
  if (group % 100 === 0) return 100
  const tail = group % 100
  if (tail === 60 || tail === 80) return 20
  return tail % 10 === 0 && tail >= 20 ? 10 : 0
}
