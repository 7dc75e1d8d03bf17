import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import reference from '@scalar/fastify-api-reference'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ERROR_CODES } from '../../pipeline/schema/errors.ts'
import type { RouteHouse } from '../house.ts'
import { found } from './analyses.ts'

const ERRORS = new URL('../../docs/errors.md', import.meta.url)

/** The OpenAPI document, a page to try the API on, and what each error means. */
export function documentRoutes(_house: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger())

    app.get(
      '/problems/:code',
      { config: { access: 'public' }, schema: { hide: true, params: z.object({ code: z.enum(ERROR_CODES) }) } },
      async ({ params }, reply) => {
        const row = (await readFile(ERRORS, 'utf8'))
          .split('\n')
          .find((line) => line.startsWith(`| \`${params.code}\` |`))
        const [, meaning, remedy] = found(row)
          .split(' | ')
          .map((cell) => cell.replace(/\s*\|$/, '').replaceAll('`', ''))
        return reply.type('text/plain; charset=utf-8').send(`${params.code}\n\n${meaning ?? ''}\n\n${remedy ?? ''}\n`)
      },
    )

    await app.register(async (docs) => {
      docs.addHook('onSend', async (_request, reply, page) => {
        reply.header('content-security-policy', policyOf(typeof page === 'string' ? page : ''))
        return page
      })
      await docs.register(reference, {
        routePrefix: '/docs',
        configuration: {
          url: '/openapi.json',
          withDefaultFonts: false,
          telemetry: false,
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
          pageTitle: 'Standpoint API',
        },
      })
    })
  }
}

/** The reference page starts itself by a script in the page: that one is allowed by its hash, and no other. */
function policyOf(page: string): string {
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '')
  const hashes = scripts
    .filter((script) => script !== '')
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
