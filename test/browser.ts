import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onPath } from './servers.ts'

/**
 * The Chromium of this machine, without a window. Undefined where there is none, and one line says so; with
 * STANDPOINT_REQUIRE_SERVERS=1 that is an error.
 */
export async function openBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser | undefined> {
  const program = onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome')
  if (program !== undefined) return chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
  const what = 'no chromium on this machine (Debian: apt-get install chromium)'
  if (env.STANDPOINT_REQUIRE_SERVERS === '1') throw new Error(`The tests need a browser: ${what}`)
  process.stderr.write(`Skipped the tests in a browser: ${what}\n`)
  return undefined
}

/** Everything that a page complains about from now on: errors, refused styles and scripts, requests to anywhere else. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  const own = () => new URL(page.url())
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (page.url() !== 'about:blank' && (protocol !== own().protocol || host !== own().host)) {
      complaints.push(`asked ${request.url()}`)
    }
  })
  return complaints
}

/** What hinders people who see, hear or move otherwise, by WCAG 2.2 AA as far as a program can tell. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )
  return (results as axe.AxeResults).violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  )
}
