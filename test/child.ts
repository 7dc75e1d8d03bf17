import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export type Child = {
  pid: number
  kill(signal: NodeJS.Signals): void
  /** Resolves when the output holds `text`, rejects when the process ends without it. */
  says(text: string): Promise<void>
  ended: Promise<{ code: number | null; stderr: string }>
}

/** Starts `test/batch-process.ts` as a process of its own. */
export function startBatchProcess(args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'batch-process.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const outputs = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (outputs.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (outputs.stderr += String(chunk)))
  const { promise: ended, resolve } = Promise.withResolvers<{ code: number | null; stderr: string }>()
  child.once('close', (code) => resolve({ code, stderr: outputs.stderr }))
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    says: (text) => saying(child, outputs, text),
    ended,
  }
}

async function saying(
  child: ChildProcessByStdio<null, Readable, Readable>,
  outputs: { stdout: string; stderr: string },
  text: string,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const look = () => (outputs.stdout.includes(text) ? resolve() : undefined)
  const tooLate = () => reject(new Error(`The process ended without saying "${text}": ${outputs.stderr}`))
  child.stdout.on('data', look)
  child.once('close', tooLate)
  look()
  await promise.finally(() => {
    child.stdout.off('data', look)
    child.off('close', tooLate)
  })
}
