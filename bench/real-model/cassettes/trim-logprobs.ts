import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { oddsIn } from '../../../pipeline/engines/replies/odds-in.ts'
import type { Choice } from '../../../pipeline/schema/contracts.ts'

/**
 * The body of a chat completion with the alternatives of only that token whose odds are read, since those of all others are most
 * of it; every token keeps its text and its own log probability. Everything else stays byte for byte. A body whose odds would
 * change stays whole.
 */
export function trimLogprobs(body: string, choice: Choice | undefined): string {
  const found = tokensIn(body)
  if (found === undefined) return body
  const { before, tokens, after } = found
  const odds = choice && oddsIn(body, choice)
  const bare = tokens.map(withoutAlternatives)
  const trims = odds === undefined ? [bare] : tokens.map((whole, index) => bare.with(index, whole))
  const bodies = trims.map((trim) => `${before}${trim.join(',')}${after}`)
  return bodies.find((trimmed) => choice === undefined || isDeepStrictEqual(oddsIn(trimmed, choice), odds)) ?? body
}

const OPENING = '"logprobs":{"content":['

/** The JSON of each token as it stands there: a number that is parsed and written again may look otherwise. */
function tokensIn(body: string): { before: string; tokens: string[]; after: string } | undefined {
  // What a model wrote has its quotation marks escaped, so it cannot hold the opening.
  const opening = body.indexOf(OPENING)
  if (opening < 0) return undefined
  const start = opening + OPENING.length
  const tokens: string[] = []
  let depth = 0
  let from = start
  for (const { 0: mark, index } of body.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    const at = start + index
    if (mark === '{' || mark === '[') {
      if (depth === 0) from = at
      depth++
    } else if (mark === '}' || mark === ']') {
      depth--
      if (depth === 0) tokens.push(body.slice(from, at + 1))
      if (depth < 0) return { before: body.slice(0, start), tokens, after: body.slice(at) }
    }
  }
  return undefined
}

function withoutAlternatives(token: string): string {
  return JSON.stringify({ ...Token.parse(JSON.parse(token)), top_logprobs: [] })
}

const Token = z.object({ token: z.string(), logprob: z.number() })
