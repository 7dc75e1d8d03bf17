import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Webhook as StoredWebhook } from '../../pipeline/schema/webhook-contract.ts'
import { newId } from '../access.ts'
import type { RouteHouse } from '../house.ts'
import { keyIdOf } from '../key-of.ts'
import { IdParam, Problem } from '../shapes.ts'
import {
  Delivery,
  DeliveryPage,
  DeliveryParams,
  DeliveryQuery,
  NewWebhook,
  RotationRequest,
  Webhook,
  WebhookPage,
  WebhookPatch,
  WebhookRequest,
} from '../webhook-shapes.ts'
import { deliveryView, webhookView } from '../webhook-views.ts'
import { found, noContent } from './analyses.ts'

const tags = ['webhooks']
const MOST_OF_A_KEY = 20
const DEFAULT_GRACE_SECONDS = 86_400

/** Who is told of what, and what became of each message. A key has its own webhooks, `admin` those of all. */
export function webhookRoutes(house: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(ownRoutes(house))
    await app.register(deliveryRoutes(house))
  }
}

function ownRoutes({ runtime }: RouteHouse): FastifyPluginAsyncZod {
  const { webhooks } = runtime.store
  return async (app) => {
    app.post(
      '/v1/webhooks',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'createWebhook',
          summary: 'Be told when a submission or a batch of this key has ended',
          description:
            'Messages are signed by the scheme of Standard Webhooks with a secret that is shown this once. They tell what has ended; the result is fetched. One that gets no answer of 2xx within 15 s is sent again, ten times over three days.',
          body: WebhookRequest,
          response: { 201: NewWebhook, default: Problem },
        },
      },
      async (request, reply) => {
        const { url, events } = request.body
        await runtime.refuseAddress(url)
        const secret = newSecret()
        const asked = { id: newId('wh'), keyId: keyIdOf(request), url, secret, events }
        const made = await webhooks.create(asked, { most: MOST_OF_A_KEY })
        if (made === undefined) throw tooMany()
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .header('location', `/v1/webhooks/${made.id}`)
          .send({ ...webhookView(made), secret })
      },
    )

    app.get(
      '/v1/webhooks',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'listWebhooks',
          summary: 'List webhooks, without their secrets',
          response: { 200: WebhookPage, default: Problem },
        },
      },
      async (request) => {
        const filter = isAdmin(request) ? {} : { keyId: keyIdOf(request) }
        return { items: (await webhooks.list(filter)).map(webhookView) }
      },
    )

    app.get(
      '/v1/webhooks/:id',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'getWebhook',
          summary: 'A webhook, and whether anything gets through to it',
          params: IdParam,
          response: { 200: Webhook, default: Problem },
        },
      },
      async (request) => webhookView(ownOf(request, await webhooks.one(request.params.id))),
    )

    app.patch(
      '/v1/webhooks/:id',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'changeWebhook',
          summary: 'Change where it leads or what it is told of, or switch it off or on',
          params: IdParam,
          body: WebhookPatch,
          response: { 200: Webhook, default: Problem },
        },
      },
      async (request) => {
        const { id } = ownOf(request, await webhooks.one(request.params.id))
        const { enabled, ...change } = request.body
        if (change.url !== undefined) await runtime.refuseAddress(change.url)
        return webhookView(found(await webhooks.change(id, { ...change, isEnabled: enabled })))
      },
    )

    app.delete(
      '/v1/webhooks/:id',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'deleteWebhook',
          summary: 'Delete a webhook with the log of its deliveries',
          params: IdParam,
          response: { 204: z.null().describe('It is gone'), default: Problem },
        },
      },
      async (request, reply) => {
        const { id } = ownOf(request, await webhooks.one(request.params.id))
        await webhooks.delete(id)
        return noContent(reply)
      },
    )

    app.post(
      '/v1/webhooks/:id/rotate',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'rotateWebhook',
          summary: 'Give a webhook a new secret',
          description:
            'For a while messages bear two signatures, so that the receiver can change over when it is ready.',
          params: IdParam,
          body: RotationRequest.nullish(),
          response: { 200: NewWebhook, default: Problem },
        },
      },
      async (request, reply) => {
        const { id } = ownOf(request, await webhooks.one(request.params.id))
        const secret = newSecret()
        const { graceSeconds = DEFAULT_GRACE_SECONDS } = request.body ?? {}
        const rotated = found(await webhooks.rotate(id, secret, { graceSeconds }))
        return reply.header('cache-control', 'no-store').send({ ...webhookView(rotated), secret })
      },
    )
  }
}

function deliveryRoutes({ runtime }: RouteHouse): FastifyPluginAsyncZod {
  const { webhooks } = runtime.store
  return async (app) => {
    app.post(
      '/v1/webhooks/:id/test',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'testWebhook',
          summary: 'Have a message of the type `ping` sent',
          params: IdParam,
          response: {
            202: Delivery.describe('It is on its way; the log of deliveries tells what becomes of it'),
            default: Problem,
          },
        },
      },
      async (request, reply) => {
        const { id } = enabled(ownOf(request, await webhooks.one(request.params.id)))
        const delivery = await webhooks.ping(id)
        runtime.wake()
        return reply.code(202).send(deliveryView(delivery))
      },
    )

    app.get(
      '/v1/webhooks/:id/deliveries',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'listDeliveries',
          summary: 'What was sent to a webhook, with every attempt, the newest first',
          description: 'Deliveries are kept for 30 days, or until what they tell of is deleted.',
          params: IdParam,
          querystring: DeliveryQuery,
          response: { 200: DeliveryPage, default: Problem },
        },
      },
      async (request) => {
        const { id } = ownOf(request, await webhooks.one(request.params.id))
        const { after, limit = 50, state } = request.query
        const rows = await webhooks.deliveries(id, { state, before: after, limit: limit + 1 })
        const items = rows.slice(0, limit).map(deliveryView)
        return { items, next: rows.length > limit ? items.at(-1)?.id : undefined }
      },
    )

    app.post(
      '/v1/webhooks/:id/deliveries/:delivery/redeliver',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'redeliver',
          summary: 'Send a message again, whatever became of it',
          description: 'It has the same id, and all its attempts again. A receiver that knows the id may pass it over.',
          params: DeliveryParams,
          response: { 202: Delivery, default: Problem },
        },
      },
      async (request, reply) => {
        const { id } = enabled(ownOf(request, await webhooks.one(request.params.id)))
        const delivery = found(await webhooks.redeliver(id, request.params.delivery))
        runtime.wake()
        return reply.code(202).send(deliveryView(delivery))
      },
    )
  }
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

function isAdmin({ apiKey }: FastifyRequest): boolean {
  return apiKey?.scopes.includes('admin') === true
}

/** Those of other keys are as good as not there. */
function ownOf(request: FastifyRequest, webhook: StoredWebhook | undefined): StoredWebhook {
  return found(webhook?.keyId === keyIdOf(request) || isAdmin(request) ? webhook : undefined)
}

function enabled(webhook: StoredWebhook): StoredWebhook {
  if (webhook.disabledAt === undefined) return webhook
  throw new StandpointError('CONFLICT', 'The webhook is disabled', {
    where: webhook.id,
    fix: 'Send PATCH with {"enabled": true} first.',
  })
}

function tooMany(): StandpointError {
  return new StandpointError('CONFLICT', `The key has ${MOST_OF_A_KEY} webhooks, which is the most`, {
    fix: 'Delete one that is not needed, or change it.',
  })
}
