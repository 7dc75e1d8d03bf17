import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from '@langchain/core/messages'
import type { Message } from './chat-request.ts'

/** A message as LangChain's models take it. */
export function messageOf({ role, content }: Message): BaseMessage {
  if (role === 'system') return new SystemMessage(content)
  return role === 'assistant' ? new AIMessage(content) : new HumanMessage(content)
}
