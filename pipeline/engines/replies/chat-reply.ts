import { z } from 'zod'
import { parseJson } from './parse-json.ts'

/** What a chat completion says, whichever server wrote it. `text` is the JSON-to-be: tool arguments, else content. */
export type ChatReply = {
  text: string
  /** As the server names it. */
  model: string | undefined
  finish: string | undefined
  refusal: string | undefined
  hasReasoning: boolean
  usage: ReplyUsage | undefined
}
export type ReplyUsage = { tokensIn: number; tokensCached: number; tokensOut: number }

/** The reply in the body of a chat completion; undefined when the body is none. Never throws. */
export function chatReplyOf(body: string): ChatReply | undefined {
  const parsed = Completion.safeParse(parseJson(body))
  if (!parsed.success) return undefined
  const [choice] = parsed.data.choices
  const { message, finish_reason: finish } = choice ?? {}
  const { answer, thought } = withoutThoughts(contentOf(message?.content))
  const called = message?.tool_calls?.[0]?.function ?? message?.function_call
  const given = called?.arguments
  const text = given === undefined ? answer : typeof given === 'string' ? given : JSON.stringify(given)
  const reasoning = message?.reasoning_content ?? message?.reasoning ?? ''
  const thoughtTokens = parsed.data.usage?.completion_tokens_details?.reasoning_tokens ?? 0
  return {
    text: text.trim(),
    model: parsed.data.model ?? undefined,
    finish: finish ?? undefined,
    refusal: message?.refusal || undefined,
    hasReasoning: thought || reasoning !== '' || thoughtTokens > 0,
    usage: usageOf(parsed.data.usage),
  }
}

// `catch(undefined)`: a server that fills a field in its own way has left it out, as far as we are concerned.
const Count = z.int().nonnegative().nullish().catch(undefined)
const Call = z.object({
  name: z.string().nullish(),
  arguments: z.union([z.string(), z.record(z.string(), z.unknown())]),
})
const Usage = z.object({
  prompt_tokens: Count,
  completion_tokens: Count,
  prompt_tokens_details: z.object({ cached_tokens: Count }).nullish().catch(undefined),
  completion_tokens_details: z.object({ reasoning_tokens: Count }).nullish().catch(undefined),
  prompt_cache_hit_tokens: Count, // DeepSeek
})
const Completion = z.object({
  model: z.string().nullish().catch(undefined),
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish().catch(undefined),
      message: z
        .object({
          content: z.unknown(),
          refusal: z.string().nullish().catch(undefined),
          reasoning_content: z.string().nullish().catch(undefined),
          reasoning: z.string().nullish().catch(undefined),
          tool_calls: z
            .array(z.object({ function: Call }))
            .nullish()
            .catch(undefined),
          function_call: Call.nullish().catch(undefined),
        })
        .nullish()
        .catch(undefined),
    }),
  ),
  usage: Usage.nullish().catch(undefined),
})

function contentOf(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part: unknown) => TextPart.safeParse(part).data?.text ?? '').join('')
}

const TextPart = z.object({ text: z.string() })

/** Thoughts that stand in the content, before the answer. An opened thought that never ends leaves no answer. */
function withoutThoughts(content: string): { answer: string; thought: boolean } {
  const end = content.lastIndexOf('</think>')
  if (end >= 0) return { answer: content.slice(end + '</think>'.length), thought: true }
  return content.trimStart().startsWith('<think>') ? { answer: '', thought: true } : { answer: content, thought: false }
}

function usageOf(usage: z.infer<typeof Usage> | null | undefined): ReplyUsage | undefined {
  if (typeof usage?.prompt_tokens !== 'number' || typeof usage.completion_tokens !== 'number') return undefined
  const cached = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0
  return {
    tokensIn: usage.prompt_tokens,
    tokensCached: Math.min(cached, usage.prompt_tokens),
    tokensOut: usage.completion_tokens,
  }
}
