import type { FastifyRequest } from 'fastify'

/** The id of the key of a request that has passed the guard. */
export function keyIdOf(request: FastifyRequest): string {
  if (request.apiKey !== undefined) return request.apiKey.id
  throw new Error(`the route ${request.routeOptions.url} is public and asks for a key`)
}
