import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteHouse } from '../house.ts'

const BUILT = new URL('../../page/dist/', import.meta.url)

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The page at /. Its files are few, read once, and each has a route of its own: no path comes from outside. */
export function pageRoutes(_house: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    const page = await readFile(new URL('index.html', BUILT), 'utf8')
    app.get('/', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', POLICY)
        .header('cache-control', 'no-cache')
        .send(page),
    )
    for (const file of await readdir(new URL('assets/', BUILT))) {
      const bytes = await readFile(new URL(`assets/${file}`, BUILT))
      app.get(`/assets/${file}`, { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
        reply
          .type(TYPES[extname(file)] ?? 'application/octet-stream')
          .header('cache-control', 'public, max-age=31536000, immutable')
          .send(bytes),
      )
    }
  }
}
