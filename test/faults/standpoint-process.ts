import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

/** A command of Standpoint as a process of its own. */
export type StandpointProcess = {
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>
  isRunning(): boolean
  kill(signal: NodeJS.Signals): Promise<void>
}

type Options = { env: Readonly<Record<string, string>>; preload?: readonly string[] }

/** Starts `standpoint ARGS`. `preload`: modules that are loaded into it first. */
export function startStandpoint(args: readonly string[], { env, preload = [] }: Options): StandpointProcess {
  const child = spawn(process.execPath, [...preload.flatMap((file) => ['--import', file]), main, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr = `${stderr}${String(chunk)}`.slice(-MOST_STDERR)
  })
  const killNow = () => void child.kill('SIGKILL')
  process.once('exit', killNow)
  const { promise: ended, resolve } = Promise.withResolvers<Awaited<StandpointProcess['ended']>>()
  child.once('close', (code, signal) => {
    process.off('exit', killNow)
    resolve({ code, signal, stderr })
  })
  return {
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}

const MOST_STDERR = 20_000
