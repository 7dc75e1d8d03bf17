import { z } from 'zod'
import { isRecord } from '../json-schema.ts'
import { completionIn } from './completion-in.ts'
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

/**
 * The reply in the body of a chat completion; undefined when the body is none, or tells of an error that an answer broke off with.
 * Never throws.
 */
export function chatReplyOf(body: string): ChatReply | undefined {
  const parsed = Completion.safeParse(completionIn(body))
  if (!parsed.success) return undefined
  const { choices, error, model, usage } = parsed.data
  const [choice] = choices
  const { message, finish_reason: finish } = choice ?? {}
  const { text, thought } = answerIn(message, choice?.text)
  if (isBroken(choice) || (isError(error) && text === '')) return undefined
  const thoughtTokens = usage?.completion_tokens_details?.reasoning_tokens ?? 0
  return {
    text,
    model: model ?? undefined,
    finish: finish ?? undefined,
    refusal: message?.refusal || undefined,
    hasReasoning: thought || thoughtTokens > 0,
    usage: usageOf(usage),
  }
}

function isBroken(choice: Choice | undefined): boolean {
  return choice?.finish_reason === 'error' || isError(choice?.error)
}

function isError(error: unknown): boolean {
  return isRecord(error) || (typeof error === 'string' && error !== '')
}

/** What is to be read, and whether thoughts stand beside it. */
function answerIn(message: Choice['message'], plain: string | null | undefined): { text: string; thought: boolean } {
  const reasoning = message?.reasoning_content || message?.reasoning || ''
  const { answer, thought } = withoutThoughts(contentOf(message?.content) || (plain ?? ''))
  const given = (message?.tool_calls?.[0]?.function ?? message?.function_call)?.arguments ?? ''
  const text = (typeof given === 'string' ? given.trim() : JSON.stringify(given)) || answer.trim()
  // Servers that split thoughts off take an answer without thoughts for one (vLLM's issues 19222 and 48863).
  if (text === '' && isRecord(parseJson(reasoning))) return { text: reasoning.trim(), thought }
  return { text, thought: thought || reasoning !== '' }
}

// `catch(undefined)`: a server that fills a field in its own way has left it out, as far as we are concerned.
const Count = z
  .union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  ])
  .nullish()
  .catch(undefined)
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
const Message = z.object({
  content: z.unknown().optional(), // absent beside a tool call
  refusal: z.string().nullish().catch(undefined),
  reasoning_content: z.string().nullish().catch(undefined),
  reasoning: z.string().nullish().catch(undefined),
  tool_calls: z
    .array(z.object({ function: Call }))
    .nullish()
    .catch(undefined),
  function_call: Call.nullish().catch(undefined),
})
const Choice = z.object({
  finish_reason: z.string().nullish().catch(undefined),
  message: Message.nullish().catch(undefined),
  text: z.string().nullish().catch(undefined), // as completions of a plain prompt have it
  error: z.unknown().optional(), // OpenRouter: the model broke off
})
type Choice = z.infer<typeof Choice>
const Completion = z.object({
  model: z.string().nullish().catch(undefined),
  choices: z.array(Choice),
  error: z.unknown().optional(),
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
  const [end] = [...content.matchAll(THOUGHTS_END)].slice(-1)
  // What is JSON as a whole has no thoughts before it, whatever its texts quote.
  if (end && parseJson(content) === undefined)
    return { answer: content.slice(end.index + end[0].length), thought: true }
  return THOUGHTS_START.test(content) ? { answer: '', thought: true } : { answer: content, thought: false }
}

/** As models mark their thoughts where the server leaves that to the reader: most, Mistral's, Kimi, gpt-oss. */
const THOUGHTS_START =
  /^\s*(?:<(?:think|thinking|thought|reasoning)>|\[THINK\]|◁think▷|<\|channel\|>(?:analysis|commentary))/
const THOUGHTS_END =
  /<\/(?:think|thinking|thought|reasoning)>|\[\/THINK\]|◁\/think▷|<\|channel\|>final\b[^{}"]{0,60}?<\|message\|>/g

function usageOf(usage: z.infer<typeof Usage> | null | undefined): ReplyUsage | undefined {
  if (typeof usage?.prompt_tokens !== 'number' || typeof usage.completion_tokens !== 'number') return undefined
  const cached = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0
  return {
    tokensIn: usage.prompt_tokens,
    tokensCached: Math.min(cached, usage.prompt_tokens),
    tokensOut: usage.completion_tokens,
  }
}
