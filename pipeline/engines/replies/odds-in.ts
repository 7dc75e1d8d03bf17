import { z } from 'zod'
import type { Choice, Odds } from '../../schema/contracts.ts'
import { parseJson } from './parse-json.ts'

/**
 * How probable each label of a choice was, from the `logprobs` of a recorded chat completion: the probabilities of the tokens
 * that could begin a label at the place where the answer has its label, renormalised over the labels. What begins several labels
 * counts for each as the next token tells where the answer went on with it, else for all alike. llama.cpp tells probabilities from
 * before its grammar, so some of the mass may lie on what the grammar forbids.
 * undefined where the server tells none, or none of the tokens that it names begins a label. Never throws.
 */
export function oddsIn(body: string, { field, labels }: Choice): Odds | undefined {
  const tokens = Told.safeParse(parseJson(body)).data?.choices[0]?.logprobs?.content
  if (tokens === undefined) return undefined
  const place = placeOf(tokens, field)
  if (place === undefined) return undefined
  const masses = massesOf(labels, tokens, place)
  const sum = sumOf(masses)
  if (!(sum > 0)) return undefined
  return Object.fromEntries(labels.map((label, index) => [label, (masses[index] ?? 0) / sum]))
}

/** For each of what can be written at a place, the probability of the tokens that begin it. */
function massesOf(rests: readonly string[], tokens: readonly Token[], { index, before }: Place): number[] {
  const masses = rests.map(() => 0)
  const chosen = tokens[index]
  if (chosen === undefined) return masses
  for (const { token, logprob } of chosen.top_logprobs.length > 0 ? chosen.top_logprobs : [chosen]) {
    if (!token.startsWith(before)) continue
    const written = token.slice(before.length)
    const begun = rests.flatMap((rest, which) => (begins(written, rest) ? [which] : []))
    const after = begun.map((which) => rests[which]?.slice(written.length) ?? '')
    const isTold = begun.length > 1 && token === chosen.token
    const next = isTold ? massesOf(after, tokens, { index: index + 1, before: '' }) : []
    const told = sumOf(next)
    for (const [place, which] of begun.entries()) {
      const share = told > 0 ? (next[place] ?? 0) / told : 1 / begun.length
      masses[which] = (masses[which] ?? 0) + Math.exp(logprob) * share
    }
  }
  return masses
}

function sumOf(masses: readonly number[]): number {
  return masses.reduce((total, mass) => total + mass, 0)
}

const Candidate = z.looseObject({ token: z.string(), logprob: z.number().max(0.001) })
const Token = Candidate.extend({ top_logprobs: z.array(Candidate).max(1_000).catch([]) })
type Token = z.infer<typeof Token>
const Told = z.looseObject({
  choices: z.array(
    z.looseObject({
      logprobs: z
        .looseObject({ content: z.array(Token) })
        .nullish()
        .catch(undefined),
    }),
  ),
})

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
