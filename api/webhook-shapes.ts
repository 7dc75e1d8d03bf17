import { z } from 'zod'
import { DeliveryState, DisabledReason, WebhookEvent } from '../pipeline/schema/webhook-contract.ts'
import { IdParam } from './shapes.ts'

// What goes over HTTP about webhooks. The OpenAPI document is made from these.

const time = (what: string) => z.iso.datetime().describe(`${what}; ISO 8601, UTC`)

const Events = z
  .array(WebhookEvent)
  .min(1)
  .max(WebhookEvent.options.length)
  .refine((events) => new Set(events).size === events.length, { error: 'name each event once' })
  .describe('What it is told of')

const Address = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' })
  .max(2000)
  .refine((url) => !URL.canParse(url) || !hasMore(new URL(url)), {
    error: 'must have no user name, no password and no part behind #',
  })
  .describe('Where messages are sent, by POST. It must be public, unless the server was told otherwise')

function hasMore({ username, password, hash }: URL): boolean {
  return username !== '' || password !== '' || hash !== ''
}

export const WebhookRequest = z.strictObject({ url: Address, events: Events }).meta({ id: 'WebhookRequest' })

export const WebhookPatch = z
  .strictObject({
    url: Address.optional(),
    events: Events.optional(),
    enabled: z
      .boolean()
      .optional()
      .describe('false: it is told nothing, and what it had yet to be told is given up; true: it is told again'),
  })
  .meta({ id: 'WebhookPatch', description: 'What is left out stays as it is' })

export const Webhook = z
  .object({
    id: z.string().describe('Begins with wh_'),
    key: z.string().describe('The id of the key that made it; it is told of what was submitted with that key'),
    url: z.string().describe('Where messages are sent'),
    events: z.array(WebhookEvent).describe('What it is told of'),
    enabled: z.boolean().describe('Whether it is told anything'),
    createdAt: time('When it was made'),
    failingSince: time('Since when nothing has got through').optional(),
    disabledAt: time('Since when it is told nothing').optional(),
    disabledReason: DisabledReason.optional(),
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof Webhook>

export const NewWebhook = Webhook.extend({
  secret: z
    .string()
    .describe('Shown this once. Messages are signed with it (Standard Webhooks): verify them, see docs/webhooks.md'),
}).meta({ id: 'NewWebhook' })

export const WebhookPage = z
  .object({ items: z.array(Webhook).describe('The oldest first') })
  .meta({ id: 'WebhookPage' })

export const RotationRequest = z
  .strictObject({
    graceSeconds: z
      .int()
      .min(0)
      .max(604_800)
      .optional()
      .describe('So long messages bear the signature of the old secret too. Default: 86400, a day'),
  })
  .meta({ id: 'RotationRequest' })

const Attempt = z
  .object({
    at: time('When it was sent'),
    ms: z.int().describe('How long it took'),
    status: z.int().optional().describe('The HTTP status that the receiver answered. Its words are not kept'),
    error: z.string().optional().describe('Why there was no answer'),
  })
  .meta({ id: 'DeliveryAttempt' })

const Message = z
  .object({
    type: z.enum([...WebhookEvent.options, 'ping']).describe('What has happened; ping: somebody tests the webhook'),
    timestamp: time('When it happened'),
    data: z
      .record(z.string(), z.unknown())
      .describe(
        'analysis.*: `id`, `state`, `article` (id, title, url, outlet) and, when it failed, `error.code`; batch.done: `id`, `state`, `done`, `failed`; ping: the `id` of the webhook',
      ),
  })
  .meta({ id: 'WebhookMessage', description: 'The body of a message: what has ended, not its result' })

export const Delivery = z
  .object({
    id: z.string().describe('The header `webhook-id` of the message: the same in each attempt'),
    webhook: z.string().describe('The id of the webhook'),
    state: DeliveryState,
    message: Message.describe('What is sent'),
    createdAt: time('When it was written down'),
    nextAt: time('When it is tried next').optional(),
    deliveredAt: time('When the receiver took it').optional(),
    attempts: z.array(Attempt).describe('The latest 50, oldest first'),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

export const DeliveryPage = z
  .object({
    items: z.array(Delivery).describe('The newest first'),
    next: z.string().optional().describe('For the parameter `after`, to get the next page; absent on the last'),
  })
  .meta({ id: 'DeliveryPage' })

export const DeliveryQuery = z.strictObject({
  after: IdParam.shape.id.optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).optional().describe('Default: 50'),
  state: DeliveryState.optional(),
})

export const DeliveryParams = z.strictObject({
  id: IdParam.shape.id.describe('The id of the webhook'),
  delivery: IdParam.shape.id.describe('The id of the delivery'),
})
