import type { z } from 'zod'
import type { Defect } from '../../schema/analysis.ts'
import { type ChatReply, chatReplyOf } from './chat-reply.ts'
import { fitShape } from './fit-shape.ts'
import { isLoop } from './is-loop.ts'
import { jsonIn } from './json-in.ts'

/** Something to note of an answer, without the step and question that it belongs to. */
export type Fault = Pick<Defect, 'kind' | 'detail'>

/**
 * What an answer is worth. `defects` were worked around; `fault` made it unusable, in which case `rest` may hold what of it was
 * complete and right, to be used only when asking again does not help, and `said` what the model wrote. `isLastCut`: the last key
 * of `rest` is only a beginning.
 */
export type ReadAnswer =
  | { kind: 'usable'; value: unknown; defects: Fault[] }
  | { kind: 'unusable'; fault: Fault; said: string; rest?: { value: unknown; defects: Fault[]; isLastCut: boolean } }

/**
 * Reads the recorded body of a chat completion: finds the JSON in content or tool call, repairs it where that is safe, and
 * holds it against the schemas (any of them will do). Never throws, whatever the body holds.
 */
export function readAnswer(body: string, schemas: readonly z.ZodType[]): ReadAnswer {
  const reply = chatReplyOf(body)
  if (reply === undefined) return unusable({ kind: 'invalid-json', detail: 'not a chat completion' }, '')
  const wordless = faultWithoutWords(reply)
  if (wordless) return unusable(wordless, '')
  const found = jsonIn(reply.text)
  if (found === undefined) return unusable(faultOfText(reply), reply.text)
  const fit = fitShape(found.value, schemas)
  if (!found.cut && fit.kind === 'fits') {
    const mended = found.how ?? fit.how
    const defects: Fault[] = mended === undefined ? [] : [{ kind: 'json-repaired', detail: mended }]
    return { kind: 'usable', value: fit.value, defects }
  }
  const fault: Fault = found.cut
    ? cutFault(reply)
    : { kind: 'invalid-shape', detail: fit.kind === 'fits' ? '' : fit.complaint }
  const rest = fit.kind === 'fits' ? fit.value : fit.rest
  if (rest === undefined) return unusable(fault, reply.text)
  const note = found.cut ? 'kept what was complete' : 'left out the items that do not fit'
  return {
    kind: 'unusable',
    fault,
    said: reply.text,
    rest: { value: rest, defects: [{ kind: 'json-repaired', detail: note }], isLastCut: found.cut === 'inside' },
  }
}

function unusable(fault: Fault, said: string): ReadAnswer {
  return { kind: 'unusable', fault, said }
}

function faultWithoutWords({ refusal, finish, text, hasReasoning }: ChatReply): Fault | undefined {
  if (refusal !== undefined) return { kind: 'refusal', detail: clip(refusal) }
  if (finish === 'content_filter') return { kind: 'content-filter' }
  if (text !== '') return undefined
  if (hasReasoning) return { kind: 'reasoning-only', ...(finish === 'length' && { detail: 'cut off while thinking' }) }
  return finish === 'length' ? { kind: 'truncated', detail: 'before the first word' } : { kind: 'empty' }
}

function faultOfText(reply: ChatReply): Fault {
  if (reply.finish === 'length') return cutFault(reply)
  if (REFUSING.test(reply.text)) return { kind: 'refusal', detail: clip(reply.text) }
  return { kind: 'invalid-json', detail: 'no JSON object in it' }
}

/** How models begin when they decline in plain words instead of the field for it. */
const REFUSING = /^\W{0,3}(?:I['’]?m (?:very )?sorry|sorry|I (?:can(?:no|['’])t|am unable|won['’]t)|as an AI)/i

function cutFault({ text }: ChatReply): Fault {
  return isLoop(text) ? { kind: 'loop' } : { kind: 'truncated' }
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
