import type { LogLevel } from './config.ts'

/** Names, ids and numbers only: never article text, prompts or keys. */
type LogEvent = { event: string } & Readonly<Record<string, string | number | boolean | undefined>>
export type Log = Record<'error' | 'warn' | 'info' | 'debug', (event: LogEvent) => void>

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** One line of JSON an event, to standard error unless `write` takes it. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const least = LEVELS.indexOf(level)
  const at = (name: 'error' | 'warn' | 'info' | 'debug') => (event: LogEvent) => {
    if (LEVELS.indexOf(name) > least) return
    write(`${JSON.stringify({ time: new Date().toISOString(), level: name, ...event })}\n`)
  }
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}
