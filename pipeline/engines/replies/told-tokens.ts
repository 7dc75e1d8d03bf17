import { z } from 'zod'
import { completionIn } from './completion-in.ts'

/** A token with the logarithm of its probability; -Infinity where the server tells none. */
type ToldToken = { token: string; logprob: number }

/** A token of an answer, and those that the server tells could have stood in its place. */
export type Token = ToldToken & { alternatives: readonly ToldToken[] }

/**
 * The tokens of an answer with their probabilities, in the form of chat completions or the older one of completions of a plain
 * prompt, which some servers use for both. Alternatives without a probability are left out. undefined where there are none.
 */
export function toldTokens(body: string): readonly Token[] | undefined {
  return Told.safeParse(completionIn(body)).data?.choices[0]?.logprobs ?? undefined
}

// Tokenizers write a space and a line's end so, and some servers pass that on.
const Text = z.string().transform((text) => text.replace(/[▁Ġ]/g, ' ').replaceAll('Ċ', '\n'))
const Logprob = z.number().max(0.001)
const Alternative = z.looseObject({ token: Text, logprob: Logprob })
const Alternatives = z
  .array(z.unknown())
  .max(1_000)
  .catch([])
  .transform((told) => told.flatMap((each) => Alternative.safeParse(each).data ?? []))
const ChatToken = z
  .looseObject({ token: Text, logprob: Logprob.catch(Number.NEGATIVE_INFINITY), top_logprobs: Alternatives })
  .transform(({ token, logprob, top_logprobs: alternatives }): Token => ({ token, logprob, alternatives }))

const Chat = z.looseObject({ content: z.array(ChatToken).min(1).max(10_000) }).transform(({ content }) => content)

const Older = z
  .looseObject({
    tokens: z.array(Text).min(1).max(10_000),
    token_logprobs: z.array(Logprob.catch(Number.NEGATIVE_INFINITY)).catch([]),
    top_logprobs: z.array(z.record(Text, z.unknown()).catch({})).catch([]),
  })
  .transform(({ tokens, token_logprobs: logprobs, top_logprobs: tops }) =>
    tokens.map((token, index): Token => {
      const alternatives = Object.entries(tops[index] ?? {}).flatMap(([other, told]) => {
        const logprob = Logprob.safeParse(told).data
        return logprob === undefined ? [] : [{ token: other, logprob }]
      })
      return { token, logprob: logprobs[index] ?? Number.NEGATIVE_INFINITY, alternatives }
    }),
  )

const Told = z.looseObject({
  choices: z.array(z.looseObject({ logprobs: z.union([Chat, Older]).nullish().catch(undefined) })),
})
