import type { Choice, Odds } from '../../schema/contracts.ts'
import { type Token, toldTokens } from './told-tokens.ts'

/**
 * How probable each label of a choice was, from the `logprobs` of a recorded chat completion: the probabilities of the tokens
 * that could begin a label at the place where the answer has its label, renormalised over the labels. What begins several labels
 * counts for each as the next token tells where the answer went on with it, else for all alike. llama.cpp tells probabilities from
 * before its grammar, so some of the mass may lie on what the grammar forbids.
 * undefined where the server tells none, too few to know the labels that it does not name, or none that begins a label. Never
 * throws.
 */
export function oddsIn(body: string, { field, labels }: Choice): Odds | undefined {
  const tokens = toldTokens(body)
  if (tokens === undefined) return undefined
  const place = placeOf(tokens, field)
  if (place === undefined || !isTold(tokens[place.index], labels.length)) return undefined
  const masses = massesOf(labels, tokens, place)
  const sum = sumOf(masses)
  if (!(sum > 0)) return undefined
  return Object.fromEntries(labels.map((label, index) => [label, (masses[index] ?? 0) / sum]))
}

/** As many alternatives as there are labels, or nearly all of the probability. */
function isTold(token: Token | undefined, labels: number): boolean {
  const { alternatives = [] } = token ?? {}
  return alternatives.length >= labels || sumOf(alternatives.map(({ logprob }) => Math.exp(logprob))) > NEARLY_ALL
}

const NEARLY_ALL = 0.99

/** For each of what can be written at a place, the probability of the tokens that begin it. */
function massesOf(rests: readonly string[], tokens: readonly Token[], { index, before }: Place): number[] {
  const masses = rests.map(() => 0)
  const chosen = tokens[index]
  if (chosen === undefined) return masses
  for (const { token, logprob } of chosen.alternatives.length > 0 ? chosen.alternatives : [chosen]) {
    const written = behind(before, token)
    if (written === undefined) continue
    const begun = rests.flatMap((rest, which) => (begins(written, rest) ? [which] : []))
    const after = begun.map((which) => rests[which]?.slice(written.length) ?? '')
    const goesOn = begun.length > 1 && token === chosen.token
    const next = goesOn ? massesOf(after, tokens, { index: index + 1, before: '' }) : []
    const told = sumOf(next)
    for (const [place, which] of begun.entries()) {
      const share = told > 0 ? (next[place] ?? 0) / told : 1 / begun.length
      masses[which] = (masses[which] ?? 0) + Math.exp(logprob) * share
    }
  }
  return masses
}

/** What a token writes behind what stands before the value, where it may space that otherwise; undefined of another text. */
function behind(before: string, token: string): string | undefined {
  if (token.startsWith(before)) return token.slice(before.length)
  const [spaced, wanted] = [token.trimStart(), before.trimStart()]
  return wanted !== '' && spaced.startsWith(wanted) ? spaced.slice(wanted.length) : undefined
}

function sumOf(masses: readonly number[]): number {
  return masses.reduce((total, mass) => total + mass, 0)
}

/** The token that the value of a field begins in, and what of it stands before the value. */
type Place = { index: number; before: string }

function placeOf(tokens: readonly Token[], field: string): Place | undefined {
  const text = tokens.map(({ token }) => token).join('')
  const start = valueAt(text, field)
  if (start === undefined) return undefined
  let at = 0
  for (const [index, { token }] of tokens.entries()) {
    if (at + token.length > start) return { index, before: token.slice(0, Math.max(0, start - at)) }
    at += token.length
  }
  return undefined
}

/** Behind the last `"field": "`: a field of that name in a text of the answer stands before it, since choices come last. */
function valueAt(text: string, field: string): number | undefined {
  const key = text.lastIndexOf(JSON.stringify(field))
  const [opening] = key < 0 ? [] : (/^\s*:\s*"/.exec(text.slice(key + JSON.stringify(field).length, key + 200)) ?? [])
  return opening === undefined ? undefined : key + JSON.stringify(field).length + opening.length
}

/** `support` begins with the token `sup`, and the token `support",` with it. */
function begins(token: string, label: string): boolean {
  return token !== '' && (label.startsWith(token) || token.startsWith(`${label}"`) || token === label)
}
