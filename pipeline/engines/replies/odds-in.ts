import { z } from 'zod'
import type { Choice, Odds } from '../../schema/contracts.ts'
import { parseJson } from './chat-reply.ts'

/**
 * How probable each label of a choice was, from the `logprobs` of a recorded chat completion: the probabilities of the tokens
 * that could begin a label at the place where the answer has its label, renormalised over the labels. llama.cpp tells them from
 * before its grammar, so some of the mass may lie on what the grammar forbids.
 * undefined where the server tells none, or none of the tokens that it names begins a label. Never throws.
 */
export function oddsIn(body: string, { field, labels }: Choice): Odds | undefined {
  const tokens = Told.safeParse(parseJson(body)).data?.choices[0]?.logprobs?.content
  if (tokens === undefined) return undefined
  const place = placeOf(tokens, field)
  if (place === undefined) return undefined
  const masses = labels.map(() => 0)
  for (const { token, logprob } of place.candidates) {
    if (!token.startsWith(place.before)) continue
    const begun = labels.flatMap((label, index) => (begins(token.slice(place.before.length), label) ? [index] : []))
    for (const index of begun) masses[index] = (masses[index] ?? 0) + Math.exp(logprob) / begun.length
  }
  const sum = masses.reduce((total, mass) => total + mass, 0)
  if (!(sum > 0)) return undefined
  return Object.fromEntries(labels.map((label, index) => [label, (masses[index] ?? 0) / sum]))
}

const Candidate = z.looseObject({ token: z.string(), logprob: z.number().max(0.001) })
type Candidate = z.infer<typeof Candidate>
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

/** The token that the value of a field begins in: what of it stands before the value, and what could have stood in its place. */
function placeOf(
  tokens: readonly Token[],
  field: string,
): { before: string; candidates: readonly Candidate[] } | undefined {
  const text = tokens.map(({ token }) => token).join('')
  const start = valueAt(text, field)
  if (start === undefined) return undefined
  let at = 0
  for (const chosen of tokens) {
    if (at + chosen.token.length > start) {
      const candidates = chosen.top_logprobs.length > 0 ? chosen.top_logprobs : [chosen]
      return { before: chosen.token.slice(0, Math.max(0, start - at)), candidates }
    }
    at += chosen.token.length
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
