import { type Attributes, type Span, SpanKind } from '@opentelemetry/api'
import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { codeOf } from '../../schema/errors.ts'
import type { StepName } from '../../schema/recipe.ts'
import { failSpan, inSpan } from '../../traces/in-span.ts'
import { chatReplyOf } from '../replies/chat-reply.ts'
import { answerAttributes, chatAttributes, chatName } from './gen-ai.ts'
import { judgeAnswer, type Provider } from './provider-fault.ts'

/** What a span tells of a call. Of the question that is its hash, by which the ledger knows it. */
export type ChatAbout = {
  provider: Provider
  steps?: readonly StepName[]
  request?: string
  ordinal?: number
  maxTokens?: number
}

/** One way to a model and back as a span: times, tokens and statuses, and not a word of what was said. */
export function inChatSpan(about: ChatAbout, send: () => Promise<RecordedAnswer>): Promise<RecordedAnswer> {
  const { provider } = about
  return inSpan(chatName(provider), { kind: SpanKind.CLIENT, attributes: aboutCall(about, false) }, async (span) => {
    const answer = await send()
    if (span.isRecording()) tellAnswer(span, answer, provider)
    return answer
  })
}

/** An answer that the ledger had. Its tokens were told when they were paid, and are not told again. */
export async function tellReplay(about: ChatAbout): Promise<void> {
  await inSpan(chatName(about.provider), { attributes: aboutCall(about, true) }, async () => {})
}

function aboutCall({ provider, steps, request, ordinal, maxTokens }: ChatAbout, replayed: boolean): Attributes {
  return {
    ...chatAttributes(provider, { maxTokens }),
    'standpoint.steps': steps && [...steps],
    'standpoint.call.request': request,
    'standpoint.call.ordinal': ordinal,
    'standpoint.call.replayed': replayed,
  }
}

function tellAnswer(span: Span, answer: RecordedAnswer, provider: Provider): void {
  span.setAttribute('http.response.status_code', answer.status)
  const reply = chatReplyOf(answer.body)
  if (reply) span.setAttributes(answerAttributes(reply))
  const verdict = judgeAnswer(answer, provider)
  if (verdict.kind === 'answered') return
  if (answer.status >= 400) failSpan(span, String(answer.status))
  else failSpan(span, verdict.kind === 'final' ? codeOf(verdict.error) : verdict.kind)
}
