import { spawn } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../cli/main.ts')

/** A command of Standpoint as a process of its own. */
export type StandpointProcess = {
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>
  isRunning(): boolean
  kill(signal: NodeJS.Signals): Promise<void>
}

type Options = {
  env: Readonly<Record<string, string>>
  /** Its clock jumps. */
  clockJumps?: boolean
  /** The fault of `mutants.ts` that it has. */
  mutant?: string
}

/** Starts `standpoint ARGS`. */
export function startStandpoint(args: readonly string[], { env, clockJumps, mutant }: Options): StandpointProcess {
  const preload = [...(clockJumps ? ['clock-jumps.ts'] : []), ...(mutant ? ['mutants.ts'] : [])]
  const child = spawn(
    process.execPath,
    [...preload.flatMap((file) => ['--import', join(import.meta.dirname, file)]), main, ...args],
    {
      env: { ...process.env, ...env, ...(mutant && { STANDPOINT_MUTANT: mutant }) },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
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
