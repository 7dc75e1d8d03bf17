import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Run = { status: number; stdout: string; stderr: string }

type Options = { input?: string; env?: Readonly<Record<string, string>> }

/**
 * Runs the launcher in a folder of the test's, with the machine's own Node and with nothing of the developer's settings: no model, and
 * a server that nobody serves.
 */
export function runStandpoint(
  args: readonly string[],
  folder: string,
  { input = '', env }: Options = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...environment(folder), ...env }, maxBuffer: 100_000_000 }
    const launcher = join(import.meta.dirname, '..', 'standpoint')
    const child = execFile(launcher, args, options, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

function environment(folder: string): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'))
  return {
    PATH: path.join(':'),
    HOME: folder,
    TMPDIR: tmpdir(),
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_API_KEY: 'none',
  }
}
