import { sql, type Transaction } from 'kysely'
import type { DisabledReason } from '../../pipeline/schema/webhook-contract.ts'
import type { Tables } from './tables.ts'

/**
 * It is told nothing more, and what it was yet to be told is given up. The webhook is locked before its deliveries, as by whoever
 * writes to both.
 */
export async function disableWebhook(tx: Transaction<Tables>, id: string, reason: DisabledReason): Promise<void> {
  const disabled = await tx
    .updateTable('webhooks')
    .set({ disabled_at: sql<Date>`now()`, disabled_reason: reason })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (disabled === undefined) return
  await tx
    .updateTable('deliveries')
    .set({ state: 'failed' })
    .where('webhook_id', '=', id)
    .where('state', '=', 'pending')
    .execute()
}
