import { readFile } from 'node:fs/promises'
import OpenAI from 'openai'
import { z } from 'zod'
import { jsonIn } from '../../pipeline/engines/replies/json-in.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { sha256 } from '../../pipeline/schema/hash.ts'
import type { FileCache } from '../file-cache.ts'
import { type Metric, mean } from '../metrics/metric.ts'
import type { Scored } from '../scores/aligned.ts'
import { briefText } from '../scores/summary-text.ts'

/** What a model thinks of a summary: 1 the worst, 5 the best. An opinion, no measurement. */
const Mark = z.int().min(1).max(5)
export const Verdict = z.object({ coherence: Mark, coverage: Mark, neutrality: Mark })
export type Verdict = z.infer<typeof Verdict>

/** Undefined where the model gave no marks that can be read, asked twice. */
export type Judge = { model: string; judge(scored: Scored): Promise<Verdict | undefined> }

type Options = {
  baseUrl: string
  apiKey: string
  model: string
  cache: FileCache<Verdict>
  signal?: AbortSignal
}

const MOST_LETTERS = 24_000
const TRIES = 2
const MOST_TOKENS = 200

/** A model that marks summaries. Verdicts are kept by article, summary, server, model and prompt: the same question is asked once. */
export async function openJudge({ baseUrl, apiKey, model, cache, signal }: Options): Promise<Judge> {
  const prompt = await readFile(new URL('v1.md', import.meta.url), 'utf8')
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 2 })
  const answerTo = async (body: { model: string; messages: { role: 'user'; content: string }[] }) => {
    try {
      return await client.chat.completions.create({ ...body, temperature: 0, max_tokens: MOST_TOKENS }, { signal })
    } catch (error) {
      // Some models refuse to be told how warm or how long they are.
      if (!(error instanceof OpenAI.BadRequestError)) throw error
      return await client.chat.completions.create(body, { signal })
    }
  }
  const ask = async (content: string): Promise<Verdict | undefined> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await answerTo({ model, messages: [{ role: 'user', content }] }).catch((cause: unknown) => {
        signal?.throwIfAborted()
        throw failure(cause, baseUrl)
      })
      const verdict = Verdict.safeParse(jsonIn(contentOf(answer))?.value).data
      if (verdict !== undefined) return verdict
    }
    return undefined
  }
  return {
    model,
    async judge({ gold, analysis }) {
      const article = fenced(gold.article.text)
      // What stands in one place must not be filled in anew in the other.
      const content = prompt.replace(/\{\{(article|summary)\}\}/g, (_, name) =>
        name === 'article' ? article : fenced(briefText(analysis)),
      )
      return cache(sha256(`${baseUrl} ${model}\n${content}`), () => ask(content))
    },
  }
}

/** Nothing that is judged can end its fence. */
function fenced(text: string): string {
  return text.slice(0, MOST_LETTERS).replaceAll('```', "'''")
}

/** Servers do not keep what the types promise. */
function contentOf(answer: unknown): string {
  const { data } = Answer.safeParse(answer)
  return data?.choices[0]?.message.content ?? ''
}

const Answer = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })) })

function failure(cause: unknown, baseUrl: string): StandpointError {
  const code =
    cause instanceof OpenAI.AuthenticationError
      ? 'MODEL_KEY_REFUSED'
      : cause instanceof OpenAI.NotFoundError
        ? 'MODEL_UNKNOWN'
        : cause instanceof OpenAI.APIConnectionError
          ? 'MODEL_UNREACHABLE'
          : 'MODEL_FAILED'
  return new StandpointError(code, `The judge did not answer: ${cause instanceof Error ? cause.message : cause}`, {
    where: baseUrl,
    fix: 'Check OPENAI_BASE_URL, OPENAI_API_KEY and the name of the model given to --judge.',
    cause,
  })
}

const WHAT = { coherence: 'Coherence', coverage: 'Coverage', neutrality: 'Neutrality' } as const

export const judgeMetrics: readonly Metric<Verdict | undefined>[] = (
  ['coherence', 'coverage', 'neutrality'] as const
).map((name) =>
  mean<Verdict | undefined>({
    name: `judge-${name}`,
    title: `${WHAT[name]} of the summary, 1 to 5`,
    better: 'higher',
    unit: 'number',
    source: 'a model’s opinion, by evals/judge/v1.md',
    value: (verdict) => verdict?.[name],
  }),
)
