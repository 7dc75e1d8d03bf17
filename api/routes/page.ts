import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteHouse } from '../house.ts'

/** What `npm run build` made of `page/`. */
const BUILT = new URL('../../page/dist/', import.meta.url)

/** Nothing but files of this server runs, shows or is asked, and no text can become markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** The page for people. Its files are read once, and each has an address of its own: no path comes from a request. */
export function pageRoutes(_house: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    const config = { access: 'public' } as const
    const html = await readFile(new URL('index.html', BUILT), 'utf8')
    app.get('/', { config, schema: { hide: true } }, async (_request, reply) =>
      reply
        .header('content-security-policy', POLICY)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(html),
    )
    for (const name of await readdir(new URL('assets/', BUILT))) {
      const content = await readFile(new URL(`assets/${name}`, BUILT))
      // The name holds a hash of the content.
      app.get(`/assets/${name}`, { config, schema: { hide: true } }, async (_request, reply) =>
        reply
          .header('cache-control', 'public, max-age=31536000, immutable')
          .type(TYPES[extname(name)] ?? 'application/octet-stream')
          .send(content),
      )
    }
  }
}
