import type { Need, RecordedAnswer, Spent } from '../../schema/call-contract.ts'
import { chatReplyOf, type ReplyUsage } from '../replies/chat-reply.ts'

/** US dollars for a million tokens. Without `cachedPerMillion`, cached tokens cost as much as others. */
export type Price = { inputPerMillion: number; cachedPerMillion?: number; outputPerMillion: number }

/** US dollars of a call. */
export function costOf({ tokensIn, tokensCached, tokensOut }: ReplyUsage, price: Price): number {
  const cached = tokensCached * (price.cachedPerMillion ?? price.inputPerMillion)
  return ((tokensIn - tokensCached) * price.inputPerMillion + cached + tokensOut * price.outputPerMillion) / 1e6
}

/** What an answer used of the limits; without a count, all that was reserved. */
export function usedBy({ body }: RecordedAnswer, need: Need, spent: Spent | undefined): Need {
  const usage = chatReplyOf(body)?.usage
  return usage ? { tokensIn: usage.tokensIn, tokensOut: usage.tokensOut, costUsd: spent?.costUsd ?? 0 } : need
}
