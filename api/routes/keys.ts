import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { newId, newSecret } from '../access.ts'
import type { RouteHouse } from '../house.ts'
import { keyIdOf } from '../key-of.ts'
import { IdParam, Key, KeyRequest, NewKey, Problem } from '../shapes.ts'
import { keyView } from '../views.ts'
import { found, noContent } from './analyses.ts'

const tags = ['keys']

/** Keys: what is kept of one is its hash, and its secret is shown once. */
export function keyRoutes({ runtime, keysChanged }: RouteHouse): FastifyPluginAsyncZod {
  const { keys } = runtime.store
  return async (app) => {
    app.post(
      '/v1/keys',
      {
        config: { access: 'admin' },
        schema: {
          tags,
          operationId: 'createKey',
          summary: 'Make a key',
          body: KeyRequest,
          response: { 201: NewKey, default: Problem },
        },
      },
      async ({ body }, reply) => {
        const { secret, hash } = newSecret()
        const { expiresAt, ...asked } = body
        const made = await keys.create({
          id: newId('key'),
          hash,
          ...asked,
          expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
        })
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send({ ...keyView(made), secret })
      },
    )

    app.get(
      '/v1/keys',
      {
        config: { access: 'admin' },
        schema: {
          tags,
          operationId: 'listKeys',
          summary: 'List keys, without their secrets',
          response: { 200: z.object({ items: z.array(Key) }), default: Problem },
        },
      },
      async () => ({ items: (await keys.list()).map(keyView) }),
    )

    app.get(
      '/v1/keys/current',
      {
        config: { access: 'any' },
        schema: {
          tags,
          operationId: 'currentKey',
          summary: 'The key of this request, and what it may do',
          response: { 200: Key, default: Problem },
        },
      },
      async (request) => {
        const id = keyIdOf(request)
        return keyView(found((await keys.list()).find((key) => key.id === id)))
      },
    )

    app.post(
      '/v1/keys/:id/rotate',
      {
        config: { access: 'admin' },
        schema: {
          tags,
          operationId: 'rotateKey',
          summary: 'Give a key a new secret',
          params: IdParam,
          body: z
            .strictObject({
              graceSeconds: z
                .int()
                .min(0)
                .max(604_800)
                .optional()
                .describe('So long the old secret is taken too. Default: 0'),
            })
            .nullish(),
          response: { 200: NewKey, default: Problem },
        },
      },
      async ({ params, body }, reply) => {
        const { secret, hash } = newSecret()
        const rotated = found(await keys.rotate(params.id, hash, { graceSeconds: body?.graceSeconds ?? 0 }))
        keysChanged()
        return reply.header('cache-control', 'no-store').send({ ...keyView(rotated), secret })
      },
    )

    app.delete(
      '/v1/keys/:id',
      {
        config: { access: 'admin' },
        schema: {
          tags,
          operationId: 'revokeKey',
          summary: 'Revoke a key',
          description: 'It stays in the list. Other servers of a fleet refuse it within five seconds.',
          params: IdParam,
          response: { 204: z.null().describe('It is taken no more'), default: Problem },
        },
      },
      async ({ params }, reply) => {
        if (!(await keys.revoke(params.id))) found(undefined)
        keysChanged()
        return noContent(reply)
      },
    )
  }
}
