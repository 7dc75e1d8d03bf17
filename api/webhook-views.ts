import type * as stored from '../pipeline/schema/webhook-contract.ts'
import type { Delivery, Webhook } from './webhook-shapes.ts'

/** Rows of the store as the API shows them. */
export function webhookView(row: stored.Webhook): Webhook {
  return {
    id: row.id,
    key: row.keyId,
    url: row.url,
    events: [...row.events],
    enabled: row.disabledAt === undefined,
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString(),
    disabledAt: row.disabledAt?.toISOString(),
    disabledReason: row.disabledReason,
  }
}

export function deliveryView(row: stored.Delivery): Delivery {
  return {
    id: row.id,
    webhook: row.webhookId,
    state: row.state,
    message: row.payload,
    createdAt: row.createdAt.toISOString(),
    nextAt: row.nextAt?.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString(),
    attempts: row.log,
  }
}
